/** After everything else is there, and only where data is not saved or the copy was not removed, keeps the pages on the device. */
const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } }

if (serviceWorker && !connection?.saveData && !document.cookie.includes('luring=tidak'))
  addEventListener('load', () => void serviceWorker.register('/sw.js').catch(() => {}))
