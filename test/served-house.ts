import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { makeApp } from '../src/app.tsx'
import { openSampleHouse, type SampleHouse } from './house.ts'

/** A house with its pages on a port, in this process: for stories in which a test has its hand below the pages too. */
export interface ServedHouse {
  house: SampleHouse
  url: string
  end(): Promise<void>
}

export const serveSampleHouse = async (
  change: (house: SampleHouse) => SampleHouse = house => house,
): Promise<ServedHouse> => {
  const house = change(await openSampleHouse())
  const server = createServer(getRequestListener(makeApp(house).fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    house,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: async () => {
      server.close()
      server.closeAllConnections()
      await house.end()
    },
  }
}
