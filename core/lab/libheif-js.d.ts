// The package describes only its C functions; these are the JavaScript classes of its README.
declare module 'libheif-js/wasm-bundle.js' {
  interface Pixels {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  interface HeifImage {
    get_width(): number
    get_height(): number
    is_primary(): boolean
    /** Fills `into` with RGBA; hands over null when the picture cannot be decoded. */
    display(into: Pixels, done: (pixels: Pixels | null) => void): void
  }
  const libheif: { readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] } }
  export default libheif
}
