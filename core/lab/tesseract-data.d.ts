declare module '@tesseract.js-data/*' {
  /** Where a package keeps its language. */
  const language: { readonly code: string; readonly gzip: boolean; readonly langPath: string }
  export default language
}
