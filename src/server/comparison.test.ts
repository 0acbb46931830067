import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';

let service: TestService;
let admin: Browser;
let round: number;

/** Work of one's own, with figures; whoever has the same figures has copied it. */
const work = [
  'Trong năm, Sở đã kiểm tra việc thực hiện quy tắc ứng xử tại 37 phòng chuyên môn và đơn vị trực thuộc, phát hiện 14 trường hợp',
  'chưa chấp hành giờ giấc làm việc, nhắc nhở 11 công chức và phê bình trước toàn cơ quan 3 viên chức; chuyển đổi vị trí công tác',
  'đối với 26 người phụ trách kế toán, thủ kho và cấp phát vật tư; tổ chức 9 buổi nói chuyện chuyên đề cho 418 lượt người nghe,',
  'thu 402 bài cảm nhận sau buổi học và trao thưởng cho 17 bài viết hay nhất tại hội nghị tổng kết ngày 15/12/2023.',
].join(' ');
const report = (name: string, symbol: string, content = {}) =>
  reportPdf({ 'B.1': `${work}\nTự đánh giá đạt: 27/27 điểm`, ...content }, (text) =>
    text.replaceAll('DU LỊCH', name.toUpperCase()).replaceAll('Du lịch', name).replaceAll('SDL', symbol),
  );

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  round = (await admin.call('POST', '/rounds', { name: 'Đợt 2023' })).body.id;
  await admin.call('PUT', `/rounds/${round}/expected-agencies`, {
    agencies: ['Sở Du lịch', 'Sở Thủy sản', 'Sở Muối biển'].map((name) => ({ name })),
  });
  await admin.upload(round, { 'du-lich.pdf': report('Du lịch', 'SDL') });
  await admin.upload(round, { 'thuy-san.pdf': report('Thủy sản', 'STS') });
  await admin.waitForRound(round);
}, 120_000);
afterAll(() => service.stop());

/** Flags that compare agencies, one rule's or all. */
async function across(rule: string | null = null, browser = admin) {
  const { body } = await browser.call(
    'GET',
    `/flags?round=${round}&origin=round${rule === null ? '' : `&rule=${rule}`}`,
  );
  return body.items;
}

interface Reviewed {
  readonly review: { readonly state: string };
}

/** When the reports were last looked at side by side. */
async function madeAt(): Promise<unknown> {
  const { pool } = service.running.service.store;
  return (await pool.query('SELECT made_at FROM soat.round_comparison WHERE round = $1', [round])).rows;
}

describe('the reports of a round', () => {
  it('are compared without being asked: both agencies have the copied text, each beside the other’s', async () => {
    await expect.poll(async () => (await across('batch/copied-text')).length, { timeout: 30_000 }).toBe(2);
    const [first, second] = await across('batch/copied-text');
    for (const { criterion, points } of [first, second]) expect([criterion, points]).toEqual(['B.1', 27]);
    expect(first.document.id).not.toBe(second.document.id);
    const [own, theirs] = first.evidence;
    expect(own.elsewhere).toBeUndefined();
    expect(theirs.elsewhere).toMatchObject({ document: second.document.id, agency: second.agency.name });
    expect(own.text).toContain('37 phòng chuyên môn');
  });

  it('count for the points at stake, and stand in the exports', async () => {
    const { body } = await admin.call('GET', `/rounds/${round}/agencies?status=submitted`);
    for (const { pointsAtStake } of body.items) expect(pointsAtStake).toBeGreaterThanOrEqual(27);
    const { body: batch } = await admin.call('GET', `/rounds/${round}/export?format=json`);
    expect(batch.flags).toHaveLength((await across()).length);
    const [{ document, with: other }] = await across('batch/copied-text');
    const memo = await admin.send('GET', `/documents/${document.id}/export?format=docx`);
    const written = await JSZip.loadAsync(Buffer.from(await memo.arrayBuffer()));
    expect(await written.file('word/document.xml')?.async('string')).toContain(
      `gần như trùng với báo cáo của ${other}`,
    );
  });

  it('are compared again with each new one: a decision stays, and a flag that no longer holds goes', async () => {
    const [copied] = await across('batch/copied-text');
    await admin.call('POST', `/flags/${copied.id}/decisions`, { decision: 'accept' });
    const [missing] = await across('batch/missing-agency');
    expect(missing).toMatchObject({ document: null, agency: { name: 'Sở Muối biển' } });
    const decided = await admin.call('POST', `/flags/${missing.id}/decisions`, { decision: 'unsure' });
    expect(decided.body.review.state).toBe('unsure');
    await admin.upload(round, { 'muoi-bien.pdf': report('Muối biển', 'SMB', { 'B.1': null }) });
    await expect.poll(() => across('batch/missing-agency'), { timeout: 30_000 }).toEqual([]);
    const after = await across('batch/copied-text');
    expect(after.find(({ id }: { id: number }) => id === copied.id).review.state).toBe('accepted');
  });

  it('keep what was decided on them when the list of agencies goes, comes back and grows', async () => {
    const decided = async () =>
      (await across('batch/copied-text')).filter(({ review }: Reviewed) => review.state === 'accepted').length;
    const missing = async () => (await across('batch/missing-agency')).length;
    expect(await decided()).toBe(1);
    const names = ['Sở Du lịch', 'Sở Thủy sản', 'Sở Muối biển'];
    for (const [agencies, owing] of [
      [['Sở Cầu phà', ...names], 1],
      [names, 0],
    ] as const) {
      const body = { agencies: agencies.map((name) => ({ name })) };
      await admin.call('PUT', `/rounds/${round}/expected-agencies`, body);
      await expect.poll(missing, { timeout: 60_000 }).toBe(owing);
      expect(await decided()).toBe(1);
    }
    const compared = await madeAt();
    await admin.call('DELETE', `/rounds/${round}/expected-agencies`);
    await expect.poll(madeAt, { timeout: 60_000 }).not.toEqual(compared);
    expect(await decided()).toBe(1);
  });

  it('are compared as people read them', async () => {
    const [{ document }] = await across('batch/copied-text');
    const own = async () => {
      const { body } = await admin.call('GET', `/flags?document=${document.id}&rule=batch/copied-text`);
      return body.items[0].evidence[0].text;
    };
    expect(await own()).toContain('37 phòng chuyên môn');
    for (const page of [1, 2]) {
      const { body } = await admin.call('GET', `/documents/${document.id}/pages/${page}/words`);
      const word = body.words.find(({ text }: { text: string }) => text === '37');
      if (word === undefined) continue;
      const correcting = { page, box: word.box, read: '37', corrected: '73' };
      await admin.call('POST', `/documents/${document.id}/corrections`, correcting);
      break;
    }
    await expect.poll(own, { timeout: 60_000 }).toContain('73 phòng chuyên môn');
  });

  it('stay as they were compared while one was read by another version, until it is read again', async () => {
    const { pool } = service.running.service.store;
    const [flags, compared] = [await across(), await madeAt()];
    await pool.query("UPDATE soat.filing SET line = 'earlier' WHERE round = $1", [round]);
    await admin.call('PUT', `/rounds/${round}/expected-agencies`, { agencies: [{ name: 'Sở Cầu phà' }] });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect([await across(), await madeAt()]).toEqual([flags, compared]);
    await admin.call('POST', `/rounds/${round}/retry`, { olderVersion: true });
    await expect.poll(async () => (await across('batch/missing-agency')).length, { timeout: 60_000 }).toBe(1);
    expect((await across('batch/copied-text')).length).toBe(2);
  });

  it('neither name nor quote an agency to those who may not see its report', async () => {
    const user = { username: 'mot', name: 'Người Một', role: 'reviewer', password: 'mat-khau-mot-1' };
    const { body: other } = await admin.call('POST', '/users', { ...user, username: 'hai' });
    await admin.call('POST', '/users', user);
    const [, limited] = await across('batch/copied-text');
    await admin.call('PUT', `/agencies/${limited.agency.id}/reviewers`, { users: [other.id] });
    const browser = service.browser();
    await browser.signIn('mot', user.password);
    const seen = await across('batch/copied-text', browser);
    expect(seen.map(({ evidence }: { evidence: object[] }) => evidence.length)).toEqual([1]);
    expect(seen[0].evidence[0].elsewhere).toBeUndefined();
    const { body: batch } = await browser.call('GET', `/rounds/${round}/export?format=json`);
    for (const told of [seen, batch]) {
      expect(JSON.stringify(told)).not.toContain(limited.agency.name);
      expect(JSON.stringify(told)).toContain('một cơ quan khác');
    }
    const copied = batch.flags.filter(({ rule }: { rule: string }) => rule === 'batch/copied-text');
    expect(copied.map(({ evidence }: { evidence: object[] }) => evidence.length)).toEqual([1]);
    const packed = await browser.send('GET', `/rounds/${round}/export?format=zip`);
    const zip = await JSZip.loadAsync(Buffer.from(await packed.arrayBuffer()));
    const pages = await Promise.all(zip.file(/\.html$/).map((file) => file.async('string')));
    expect(pages.join('')).toContain('một cơ quan khác');
    expect(pages.join('')).not.toContain(limited.agency.name);
    const { body: found } = await browser.call(
      'GET',
      `/flags?round=${round}&q=${encodeURIComponent(limited.agency.name)}`,
    );
    expect(found.items).toEqual([]);
  });

  it('do not miss a report that came and could not be read', async () => {
    const { body } = await admin.call('POST', '/rounds', { name: 'Đợt có tệp hỏng' });
    const missing = async () => {
      const { body: found } = await admin.call('GET', `/flags?round=${body.id}&rule=batch/missing-agency`);
      return found.items.map(({ agency }: { agency: { name: string } }) => agency.name);
    };
    const agencies = ['Sở Cảng vụ', 'Sở Diêm nghiệp'].map((name) => ({ name }));
    await admin.call('PUT', `/rounds/${body.id}/expected-agencies`, { agencies });
    const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600, 7)]);
    await admin.upload(body.id, { 'Sở Cảng vụ.pdf': broken });
    await admin.waitForRound(body.id);
    await expect.poll(missing, { timeout: 30_000 }).toEqual(['Sở Diêm nghiệp']);
  });
});
