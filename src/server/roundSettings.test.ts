import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';

let service: TestService;
let admin: Browser;
let round: number;
let document: number;

/** Two criteria under one paragraph: four fifths of its words are the same. */
const paragraph = (last: string) =>
  `Sở đã ban hành kế hoạch, phân công lãnh đạo phụ trách, mở hội nghị quán triệt và kiểm tra việc chấp hành quy chế ${last}.`;

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  round = (await admin.call('POST', '/rounds', { name: 'Đợt 2023' })).body.id;
  const bytes = reportPdf({
    'C.1': `${paragraph('tại các phòng chuyên môn thuộc Sở')}\nTự đánh giá đạt: 12/12 điểm`,
    'C.2': `${paragraph('ở mọi đơn vị trực thuộc ngành')}\nTự đánh giá đạt: 20/20 điểm`,
    total: 'Tổng điểm tự đánh giá: 98/100 điểm.',
  });
  const { body } = await admin.upload(round, { 'du-lich.pdf': bytes });
  document = body.accepted[0].document;
  await admin.waitForRound(round);
}, 240_000);
afterAll(() => service.stop());

const flagsOf = async (rule: string) =>
  (await admin.call('GET', `/flags?document=${document}&rule=${rule}`)).body.items;
const change = (body: object) => admin.call('PATCH', `/rounds/${round}`, body);

describe('what a round sets otherwise than its pipeline', () => {
  it('makes flags as grave as it says at once, in lists, points at stake and exports, and says who set it', async () => {
    const [before] = await flagsOf('score/total-mismatch');
    expect(before.severity).toBe('error');
    const { body: changed } = await change({ severities: { 'score/total-mismatch': 'info' } });
    expect(changed.severities).toEqual({ 'score/total-mismatch': 'info' });
    expect((await flagsOf('score/total-mismatch'))[0].severity).toBe('info');
    const { body: exported } = await admin.call('GET', `/documents/${document}/export?format=json`);
    const flag = exported.flags.find(({ rule }: { rule: string }) => rule === 'score/total-mismatch');
    expect(flag.severity).toBe('info');
    const { body: history } = await admin.call('GET', `/rounds/${round}/changes`);
    expect(history.items).toMatchObject([
      { setting: 'severities.score/total-mismatch', before: null, after: 'info', by: { name: 'Quản trị' } },
    ]);
  });

  it('analyses its documents anew by thresholds of its own, and again by the pipeline’s', async () => {
    const found = async () => (await flagsOf('evidence/boilerplate')).length;
    const { body: thresholds } = await admin.call('GET', `/rounds/${round}/thresholds`);
    const own = thresholds.items.find(({ id }: { id: string }) => id === 'boilerplateSimilarity');
    expect(own.value).toBe(own.ofPipeline);
    const usual = await found();
    await change({ thresholds: { boilerplateSimilarity: own.minimum } });
    await expect.poll(found, { timeout: 60_000 }).toBeGreaterThan(usual);
    await change({ thresholds: {} });
    await expect.poll(found, { timeout: 60_000 }).toBe(usual);
    const { body: history } = await admin.call('GET', `/rounds/${round}/changes?limit=2`);
    expect(history.items.map(({ before, after }: Record<string, string | null>) => [before, after])).toEqual([
      [String(own.minimum), null],
      [null, String(own.minimum)],
    ]);
  }, 240_000);

  it('takes no threshold out of its bounds, and no rule that there is none', async () => {
    for (const thresholds of [{ jump: 2 }, { copiedTriples: 12.5 }, { unheardOf: 1 }]) {
      expect((await change({ thresholds })).body.error.code).toBe('invalid-request');
    }
    expect((await change({ severities: { 'score/none': 'info' } })).body.error.code).toBe('unknown-rule');
  });
});

describe('a file whose agency is not clear', () => {
  const folder = 'Sở Giáo dục và Đào tạo';
  let asked: number;

  const doubtful = async () => (await admin.call('GET', `/rounds/${round}/doubtful-files`)).body.items;
  const verdicts = async () => {
    const [file] = await doubtful();
    return file?.candidates.map(({ agency, verdict }: { agency: { name: string }; verdict: string | null }) => [
      agency.name,
      verdict,
    ]);
  };
  const agencyOf = async () => (await admin.call('GET', `/documents/${asked}`)).body.agency?.name;
  const say = async (name: string, verdict: string) => {
    const [file] = await doubtful();
    const { agency } = file.candidates.find((one: { agency: { name: string } }) => one.agency.name === name);
    expect((await admin.call('PUT', `/documents/${asked}/agency`, { agency: agency.id, verdict })).status).toBe(204);
  };

  it('is asked about, and stands under the agency that a person says', async () => {
    const agencies = [folder, 'Sở Y tế'].map((name) => ({ name }));
    await admin.call('PUT', `/rounds/${round}/expected-agencies`, { agencies });
    const wrong = { total: 'Tổng điểm tự đánh giá: 98/100 điểm.' };
    const other = reportPdf(wrong, (text) => text.replaceAll('DU LỊCH', 'Y TẾ').replaceAll('Du lịch', 'Y tế'));
    const { body } = await admin.upload(round, { [`${folder}/bao-cao.pdf`]: other });
    asked = body.accepted[0].document;
    await expect.poll(verdicts, { timeout: 60_000 }).toEqual([
      [folder, null],
      ['Sở Y tế', null],
    ]);
    const [flag] = (await admin.call('GET', `/flags?document=${asked}`)).body.items;
    await admin.call('POST', `/flags/${flag.id}/decisions`, { decision: 'unsure' });
    await say(folder, 'confirm');
    await expect.poll(agencyOf, { timeout: 60_000 }).toBe(folder);
    const { body: decided } = await admin.call('GET', `/flags?document=${asked}&review=unsure`);
    expect(decided.items).toMatchObject([{ fingerprint: flag.fingerprint, agency: { name: folder } }]);
  }, 240_000);

  it('stays there when it is read again', async () => {
    await change({ thresholds: { jump: 0.5 } });
    await admin.waitForRound(round);
    expect([await agencyOf(), (await verdicts())?.[0]]).toEqual([folder, [folder, 'confirm']]);
  }, 240_000);

  it('is no longer taken for an agency that a person says it is not of', async () => {
    await say(folder, 'refuse');
    await expect.poll(agencyOf, { timeout: 60_000 }).toBe('Sở Y tế');
    await say(folder, 'undo');
    await expect.poll(verdicts, { timeout: 60_000 }).toEqual([
      [folder, null],
      ['Sở Y tế', null],
    ]);
  }, 240_000);
});
