// Medians of every page's API with 1,000 reports and 20,000 flags: npm run build && node bench/api.mjs
import { openFilledService } from './filledService.mjs';

const tries = 15;
const bound = 100;

const { address, cookie, close } = await openFilledService();
let worst = 0;
for (const route of [
  '/session',
  '/system',
  '/rounds',
  '/rounds/1/progress',
  '/rounds/1/agencies',
  '/rounds/1/agencies?q=so mau 77&sort=name',
  '/rounds/1/heat-map',
  '/rounds/1/failures',
  '/rounds/1/thresholds',
  '/rounds/1/changes',
  '/rounds/1/doubtful-files',
  '/documents?round=1',
  '/documents?round=1&q=so-mau-5&sort=flags',
  '/documents/500',
  '/flags?round=1',
  '/flags?round=1&q=kiem tra so mau 500',
  '/flags?document=500&sort=place',
  '/flags/10000',
  '/flags/10000/history',
  '/flags?round=1&origin=round',
  '/users',
  '/tokens',
  '/webhooks',
  '/rounds/1/expected-agencies',
  '/rules?round=1',
]) {
  const times = [];
  for (let count = 0; count < tries; count++) {
    const start = performance.now();
    const answer = await fetch(encodeURI(`${address}/api/v1${route}`), { headers: { cookie } });
    if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`);
    await answer.arrayBuffer();
    times.push(performance.now() - start);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(tries / 2)];
  worst = Math.max(worst, median);
  console.log(`${median.toFixed(1).padStart(7)} ms  ${route}`);
}
console.log(`worst median ${worst.toFixed(1)} ms of ${bound}`);
process.exitCode = worst <= bound ? 0 : 1;
await close();
