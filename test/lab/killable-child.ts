// A process that does as it is told, for tests of the limits.
const greed: Buffer[] = []

process.on('message', (task: Uint8Array) => {
  const told = Buffer.from(task).toString()
  if (told === 'hang') for (;;);
  // Three times what it may take, and then it says nothing.
  if (told === 'grow') {
    while (greed.length < 90) greed.push(Buffer.alloc(10_000_000, 1))
    return
  }
  if (told === 'die') process.exit(3)
  process.send?.({ answer: told === 'who' ? process.pid : Object.keys(process.env).length, isSpent: told === 'spent' })
})
process.on('disconnect', () => process.exit())
