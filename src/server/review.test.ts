import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';

let service: TestService;
let admin: Browser;
let round: number;
let document: number;

const wrongTotal = {
  'C.1': 'Không phát hiện hành vi tham nhũng nào.\nTự đánh giá đạt: 12/12 điểm',
  total: 'Tổng điểm tự đánh giá: 98/100 điểm.',
};

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  ({
    body: { id: round },
  } = await admin.call('POST', '/rounds', { name: 'Đợt 2023' }));
  const { body } = await admin.upload(round, { 'so-du-lich.pdf': reportPdf(wrongTotal) });
  document = body.accepted[0].document;
  await admin.waitForRound(round);
}, 60_000);
afterAll(() => service.stop());

async function flagOf(rule: string) {
  const { body } = await admin.call('GET', `/flags?round=${round}&rule=${rule}`);
  return body.items[0];
}

describe('an inspector', () => {
  it('sees the report, its agency and its claims', async () => {
    const { body } = await admin.call('GET', `/documents/${document}`);
    expect(body).toMatchObject({
      state: 'complete',
      kind: 'report',
      version: 1,
      year: 2023,
      claimed: 98,
      agency: { name: 'Sở Du lịch' },
      notices: [],
    });
    const agencies = await admin.call('GET', `/rounds/${round}/agencies?q=du lich`);
    expect(agencies.body.items).toMatchObject([{ agency: { name: 'Sở Du lịch' }, status: 'submitted', document }]);
    const heat = await admin.call('GET', `/rounds/${round}/heat-map`);
    expect(heat.body.rows[0].cells).toContainEqual(expect.objectContaining({ criterion: 'B.1', share: 1 }));
    const criteria = await admin.call('GET', `/documents/${document}/criteria`);
    expect(criteria.body.items.find(({ id }: { id: string }) => id === 'C.1')).toMatchObject({
      claimed: 12,
      maximum: 12,
    });
  });

  it('sees the pages as pictures and as words', async () => {
    const picture = await admin.send('GET', `/documents/${document}/pages/1/image`);
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(2_000);
    const { body } = await admin.call('GET', `/documents/${document}/pages/1/words`);
    expect(body.words.map(({ text }: { text: string }) => text)).toContain('410/BC-SDL');
  });

  it('finds flags by words without diacritics, by page of the list, and by filter', async () => {
    const all = await admin.call('GET', `/flags?round=${round}&limit=200`);
    expect(all.body.total).toBe(all.body.items.length);
    const first = await admin.call('GET', `/flags?round=${round}&limit=1`);
    const second = await admin.call('GET', `/flags?round=${round}&limit=1&cursor=${first.body.next}`);
    expect([first.body.items[0].id, second.body.items[0]?.id]).toEqual(
      all.body.items.slice(0, 2).map(({ id }: { id: number }) => id),
    );
    const behindAll = Buffer.from(JSON.stringify(['9', 1])).toString('base64url');
    const last = await admin.call('GET', `/flags?round=${round}&cursor=${behindAll}`);
    expect(last.body).toEqual({ items: [], next: null, total: all.body.total });
    expect((await flagOf('score/total-mismatch')).message.vi).toContain('98');
    const found = await admin.call('GET', `/flags?round=${round}&q=tong diem so du lich`);
    expect(found.body.items.map(({ rule }: { rule: string }) => rule)).toContain('score/total-mismatch');
    expect((await admin.call('GET', '/flags?cursor=x')).body.error.code).toBe('invalid-request');
  });

  it('dismisses with a reason, and takes it back; the history keeps all', async () => {
    const { id } = await flagOf('score/total-mismatch');
    const refused = await admin.call('POST', `/flags/${id}/decisions`, { decision: 'dismiss' });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'invalid-request']);
    const judgement = { decision: 'dismiss', reason: 'explained-by-agency', note: 'Đã có công văn giải trình' };
    const dismissed = await admin.call('POST', `/flags/${id}/decisions`, judgement);
    expect(dismissed.body.review).toMatchObject({ state: 'dismissed', decisions: [{ ...judgement, by: { id: 1 } }] });
    await admin.call('POST', `/flags/${id}/decisions`, { decision: 'accept' });
    expect((await admin.call('POST', `/flags/${id}/undo`)).body.review.state).toBe('dismissed');
    expect((await admin.call('POST', `/flags/${id}/undo`)).body.review.state).toBe('open');
    expect((await admin.call('POST', `/flags/${id}/undo`)).status).toBe(409);
    const { body } = await admin.call('GET', `/flags/${id}/history`);
    expect(body.items.map(({ action, from, to }: Record<string, string>) => [action, from, to])).toEqual([
      ['dismiss', 'open', 'dismissed'],
      ['accept', 'dismissed', 'accepted'],
      ['undo', 'accepted', 'dismissed'],
      ['undo', 'dismissed', 'open'],
    ]);
  });

  it('decides on a whole filter at once, and on no more than was shown', async () => {
    const filter = { round, outcome: ['fail'] };
    const { total } = (await admin.call('GET', `/flags?round=${round}&outcome=fail`)).body;
    const judgement = { decision: 'unsure' };
    const stale = await admin.call('POST', '/flags/decisions', { filter, judgement, expected: total + 1 });
    expect(stale.body.error.code).toBe('conflict');
    const { body } = await admin.call('POST', '/flags/decisions', { filter, judgement, expected: total });
    expect((await admin.call('GET', `/flags?round=${round}&review=unsure`)).body.total).toBe(total);
    await admin.call('POST', `/bulk-decisions/${body.bulk}/undo`);
    expect((await admin.call('GET', `/flags?round=${round}&review=unsure`)).body.total).toBe(0);
  });

  it('tells other browsers and webhooks of each flag that was decided on at once, and taken back at once', async () => {
    const { store, notices } = service.running.service;
    const { body: hook } = await admin.call('POST', '/webhooks', {
      url: 'http://127.0.0.1:9/',
      events: ['flag.decided'],
    });
    const told: unknown[] = [];
    // Reading and comparing tell of their own, in their own time.
    const stop = notices.listen((notice) => {
      if (notice.kind === 'flags' && notice.document !== null) told.push(notice);
    });
    const owed = async () => {
      const { rows } = await store.pool.query<{ body: string }>(
        'DELETE FROM soat.delivery WHERE webhook = $1 RETURNING body',
        [hook.webhook.id],
      );
      return rows.map(({ body }) => JSON.parse(body).flag as number).sort((left, right) => left - right);
    };
    // Without a round in the filter: whom to tell follows from the flags, not from what was asked.
    const filter = { document };
    const { body: shown } = await admin.call('GET', `/flags?document=${document}&limit=200`);
    const flags = shown.items.map(({ id }: { id: number }) => id).sort((left: number, right: number) => left - right);
    const judgement = { decision: 'unsure' };
    const { body } = await admin.call('POST', '/flags/decisions', { filter, judgement, expected: shown.total });
    expect(await owed()).toEqual(flags);
    await admin.call('POST', `/bulk-decisions/${body.bulk}/undo`);
    expect(await owed()).toEqual(flags);
    stop();
    expect(told).toEqual(Array(2).fill({ kind: 'flags', round, document }));
    await admin.call('DELETE', `/webhooks/${hook.webhook.id}`);
  });

  it('shows where two reviewers of a second review differ', async () => {
    await admin.call('PATCH', `/rounds/${round}`, { secondReview: true });
    await admin.call('POST', '/users', {
      username: 'hai',
      name: 'Người Hai',
      role: 'reviewer',
      password: 'mat-khau-hai-2',
    });
    const second = service.browser();
    await second.signIn('hai', 'mat-khau-hai-2');
    const { id } = await flagOf('score/total-mismatch');
    await admin.call('POST', `/flags/${id}/decisions`, { decision: 'accept' });
    const { body } = await second.call('POST', `/flags/${id}/decisions`, { decision: 'unsure' });
    expect(body.review).toMatchObject({ state: 'disagreement', decisions: [{ by: { id: 1 } }, { by: { id: 2 } }] });
    await second.call('POST', `/flags/${id}/undo`);
    expect((await flagOf('score/total-mismatch')).review.state).toBe('accepted');
  });

  it('suggests points, and why', async () => {
    const route = `/documents/${document}/criteria/B.1/suggestion`;
    await admin.call('PUT', route, { points: 25, reason: 'Thiếu báo cáo kết quả' });
    await admin.call('PUT', route, { points: 26, reason: 'Đã bổ sung' });
    const { body } = await admin.call('GET', `/documents/${document}/criteria`);
    expect(body.items.find(({ id }: { id: string }) => id === 'B.1').suggestion).toMatchObject({ points: 26 });
    expect((await admin.call('GET', `/documents/${document}/suggestions`)).body.items).toHaveLength(2);
    const { body: heat } = await admin.call('GET', `/rounds/${round}/heat-map`);
    expect(heat.rows[0].cells).toContainEqual(expect.objectContaining({ criterion: 'B.1', suggested: 26 }));
  });

  it('corrects a digit: the rules run again, both readings are kept, and it can be undone', async () => {
    const { evidence } = await flagOf('score/total-mismatch');
    const { page } = evidence[0];
    const { body } = await admin.call('GET', `/documents/${document}/pages/${page}/words`);
    const { box } = body.words.find(({ text }: { text: string }) => text === '98/100');
    const made = await admin.call('POST', `/documents/${document}/corrections`, {
      page,
      box,
      read: '98/100',
      corrected: '100/100',
    });
    expect(made.body).toMatchObject({ read: '98/100', corrected: '100/100', applied: true, undoneAt: null });
    expect(await flagOf('score/total-mismatch')).toBeUndefined();
    expect((await admin.call('GET', `/documents/${document}`)).body).toMatchObject({
      claimed: 100,
      correctionCount: 1,
    });
    const again = await admin.call('POST', `/documents/${document}/corrections`, {
      page,
      box,
      read: '98/100',
      corrected: '1',
    });
    expect(again.status).toBe(409);
    await admin.call('DELETE', `/corrections/${made.body.id}`);
    const flag = await flagOf('score/total-mismatch');
    expect(flag.review.state).toBe('accepted');
    expect((await admin.call('GET', `/documents/${document}/corrections`)).body.items).toHaveLength(1);
  });

  it('changes a severity for the round, at once', async () => {
    await admin.call('PATCH', `/rounds/${round}`, { severities: { 'score/total-mismatch': 'info' } });
    expect((await flagOf('score/total-mismatch')).severity).toBe('info');
    await admin.call('PATCH', `/rounds/${round}`, { severities: {} });
    expect((await flagOf('score/total-mismatch')).severity).toBe('error');
    const unknown = await admin.call('PATCH', `/rounds/${round}`, { severities: { 'score/none': 'info' } });
    expect(unknown.body.error.code).toBe('unknown-rule');
  });

  it('learns how often a rule fired and what became of it', async () => {
    const { body } = await admin.call('GET', `/rules/score/total-mismatch?round=${round}`);
    expect(body).toMatchObject({ statistics: { fired: 1, accepted: 1 }, page: expect.stringContaining('#') });
  });

  it('takes the round away as JSON, table and workbook', async () => {
    const batch = await admin.call('GET', `/rounds/${round}/export?format=json`);
    expect(batch.body).toMatchObject({ schema: 'soat.batch/v1', agencies: [{ name: 'Sở Du lịch' }] });
    const csv = await (await admin.send('GET', `/rounds/${round}/export?format=csv`)).text();
    expect(csv).toContain('score/total-mismatch');
    const workbook = await admin.send('GET', `/rounds/${round}/export?format=xlsx`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(workbook.headers.get('content-disposition')).toContain("filename*=UTF-8''%C4%90%E1%BB%A3t%202023.xlsx");
  });
});

describe('a report', () => {
  it('is taken away as a memo that names what was suggested, and as a page that is read offline', async () => {
    const memo = await admin.send('GET', `/documents/${document}/export?format=docx`);
    const opened = await JSZip.loadAsync(await memo.arrayBuffer());
    expect(await opened.file('word/document.xml')?.async('string')).toContain('Đã bổ sung');
    const page = await (await admin.send('GET', `/documents/${document}/export?format=html`)).text();
    expect(page).toContain('data:image/webp;base64,');
    const masked = await (await admin.send('GET', `/documents/${document}/export?format=html&mask=true`)).text();
    expect(masked).not.toContain('data:image/webp');
    expect(page).toContain('Sở Du lịch');
  });
});

describe('a file handed in again', () => {
  it('is linked where its bytes are the same', async () => {
    const { body } = await admin.upload(round, { 'ban-sao.pdf': reportPdf(wrongTotal) });
    expect(body.accepted).toMatchObject([{ duplicateOf: document }]);
    const copy = await admin.call('GET', `/documents/${body.accepted[0].document}`);
    expect(copy.body).toMatchObject({ state: 'complete', notices: ['duplicate'] });
    expect((await admin.call('GET', `/documents/${document}`)).body.duplicates).toHaveLength(1);
  });

  it('is a new version where the agency changed it; decisions stay, and what changed is told', async () => {
    const changed = reportPdf({ ...wrongTotal, C: null });
    const { body } = await admin.upload(round, { 'so-du-lich-v2.pdf': changed });
    await admin.waitForRound(round);
    const next = body.accepted[0].document;
    const { body: detail } = await admin.call('GET', `/documents/${next}`);
    expect(detail).toMatchObject({ version: 2, newest: true, notices: ['new-version'] });
    expect(detail.versions.map(({ id }: { id: number }) => id)).toEqual([next, document]);
    expect((await admin.call('GET', `/documents/${document}`)).body.newest).toBe(false);
    const flag = await flagOf('score/total-mismatch');
    expect(flag).toMatchObject({ document: { id: next }, change: 'same', review: { state: 'accepted' } });
    const { body: comparison } = await admin.call('GET', `/documents/${next}/comparison`);
    expect(comparison.stayed.map(({ rule }: { rule: string }) => rule)).toContain('score/total-mismatch');
    expect(comparison.from.id).toBe(document);
  });

  it('fails with its reason, beside the others', async () => {
    const { body } = await admin.upload(round, {
      'hong.pdf': Buffer.from('không phải PDF'),
      'x.lnk': Buffer.from('x'),
    });
    expect(body).toMatchObject({ refused: [{ file: 'hong.pdf', code: 'not-a-document' }], aside: ['x.lnk'] });
    const { body: failures } = await admin.call('GET', `/rounds/${round}/failures`);
    expect(failures.items).toMatchObject([{ file: 'hong.pdf', code: 'not-a-document', retryable: false }]);
    const { body: progress } = await admin.call('GET', `/rounds/${round}/progress`);
    expect(progress.failures).toMatchObject([{ code: 'not-a-document', documents: 1, pages: 0 }]);
  });
});
