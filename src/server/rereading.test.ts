import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';

let service: TestService;
let admin: Browser;

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
}, 60_000);
afterAll(() => service.stop());

const everything = { codes: undefined, olderVersion: true } as const;
const store = () => service.running.service.store;
const retry = (round: number) => service.running.service.retries.retry({ round, ...everything });

async function openRound(name: string): Promise<number> {
  return (await admin.call('POST', '/rounds', { name, pipeline: null, secondReview: false })).body.id;
}

async function readReport(round: number, report: Uint8Array) {
  await admin.upload(round, { 'bao-cao.pdf': report });
  await admin.waitForRound(round);
  return documentOf(round);
}

async function documentOf(round: number) {
  return (await admin.call('GET', `/documents?round=${round}`)).body.items[0];
}

const codesOf = ({ errors }: { errors: readonly { code: string }[] }) => errors.map(({ code }) => code);

describe('what was read before', () => {
  it('is told, and read again, where the code or the data that read it has changed, and only then', async () => {
    const round = await openRound('Đợt đọc lại');
    expect((await readReport(round, reportPdf())).notices).toEqual([]);
    expect(await retry(round)).toBe(0);
    await store().pool.query("UPDATE soat.filing SET line = 'earlier' WHERE round = $1", [round]);
    expect((await documentOf(round)).notices).toEqual(['older-software']);
    expect(await retry(round)).toBe(1);
    await admin.waitForRound(round);
    expect((await documentOf(round)).notices).toEqual([]);
    expect(await retry(round)).toBe(0);
  });

  it('stays, with a word, where its original was removed and another version cannot read it', async () => {
    const round = await openRound('Đợt không còn bản gốc');
    const before = await readReport(round, reportPdf({ total: 'Tổng điểm tự đánh giá: 95/100 điểm.' }));
    expect(before).toMatchObject({ state: 'complete', errors: [] });
    expect(await store().originals.retire(0)).toBeGreaterThan(0);
    await store().pool.query('DELETE FROM soat.stage_result WHERE sha256 = $1', [before.sha256]);
    await store().pool.query("UPDATE soat.filing SET line = 'earlier' WHERE round = $1", [round]);
    await retry(round);
    await admin.waitForRound(round);
    const after = await documentOf(round);
    expect(codesOf(after)).toEqual(['original-removed']);
    const { errors: _, ...kept } = after;
    const { errors: __, ...known } = before;
    expect(kept).toEqual({ ...known, notices: ['older-software'] });
  });
});

it('a report whose round has lost its pipeline file fails and says so; others go on', async () => {
  const round = await openRound('Đợt mất tệp cấu hình');
  await store().pool.query("UPDATE soat.round SET pipeline = 'gone.yaml', configuration = 'gone.yaml' WHERE id = $1", [
    round,
  ]);
  const failed = await readReport(round, reportPdf({ total: 'Tổng điểm tự đánh giá: 94/100 điểm.' }));
  expect([failed.state, codesOf(failed)]).toEqual(['failed', ['pipeline-not-found']]);
  const other = await readReport(await openRound('Đợt khác'), reportPdf({ total: 'Tổng điểm: 93/100 điểm.' }));
  expect(other.state).toBe('complete');
});
