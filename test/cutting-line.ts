import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export interface Line {
  url: string
  /** How it behaves from now on; what is open is cut. 'gone': nobody answers at all. */
  become(weather: Weather): void
  cuts(): number
  end(): Promise<void>
}

type Weather = 'calm' | 'rough' | 'gone'

/**
 * A bad line to a house: in rough weather each connection breaks at some byte, on the way there or on the way back.
 * @param draw a number below the one given
 * @param widest bytes to the house, and back, within which it breaks
 */
export const cuttingLine = async (
  to: string,
  draw: (below: number) => number,
  widest: readonly [number, number],
): Promise<Line> => {
  let weather: Weather = 'calm'
  let cuts = 0
  const open = new Set<Socket>()
  const { port, hostname } = new URL(to)

  const carry = (from: Socket, on: Socket, bytes: number) => {
    let left = bytes
    from.on('data', (piece: Buffer) => {
      on.write(piece.subarray(0, left))
      left -= piece.length
      if (left > 0) return
      cuts++
      on.end(() => on.destroy())
      from.destroy()
    })
    from.on('end', () => on.end())
  }

  const server = createServer(near => {
    if (weather === 'gone') return void near.destroy()
    const far = connect(Number(port), hostname)
    const [there, back] = weather === 'calm' ? [Infinity, Infinity] : widest.map(most => 1 + draw(most))
    carry(near, far, there!)
    carry(far, near, back!)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.end()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: next => {
      weather = next
      for (const socket of open) socket.destroy()
    },
    cuts: () => cuts,
    end: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
