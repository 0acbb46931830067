import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawnPdf, written } from '../../test/support/drawnPdf.js';
import { reportPdf } from '../../test/support/reportPdf.js';
import { type Browser, startService, type TestService } from '../../test/support/startService.js';
import { type RouteName, routes } from './api/index.js';
import type { Route } from './api/route.js';

const everyRoute = Object.entries<Route>(routes) as [RouteName, Route][];

/** What anybody may ask for, signed in or not. */
const open: readonly RouteName[] = ['readSession', 'firstStart', 'signIn'];
/** What everyone changes of their own: session, password, tokens. */
const own: readonly RouteName[] = ['signOut', 'changePassword', 'addToken', 'removeToken'];

/** Words of the limited report that nobody else may see. */
const secrets = ['Sở Du lịch', 'so-du-lich', '410/BC-SDL'];
const password = 'mat-khau-rat-dai';
const wrongTotal = { total: 'Tổng điểm tự đánh giá: 98/100 điểm.' };

const anotherPaper = drawnPdf(
  written([
    'UBND TỈNH MINH HÀ',
    'BAN THI ĐUA KHEN THƯỞNG',
    'Số: 77/QĐ-BTĐ',
    'Minh Hà, ngày 08 tháng 5 năm 2023',
    'QUYẾT ĐỊNH',
    'Về việc tặng giấy khen cho Sở Du lịch',
    'Xét đề nghị của Sở Du lịch, tặng giấy khen cho tập thể có thành tích.',
  ]),
);

interface Listed {
  readonly id: number;
  readonly kind: string | null;
}

interface Asked {
  readonly path: string;
  readonly body?: unknown;
}

let service: TestService;
let admin: Browser;
let insider: Browser;
let outsider: Browser;
let viewer: Browser;
/** The report, its second version, and a copy of it. */
let reports: readonly number[];
/** What was handed in with the report: another agency's paper, and a file that could not be read. */
let beside: readonly number[];
/** For each route that names a document, a flag or an agency: the address and body that name the limited one. */
let naming: (document: number) => Partial<Record<RouteName, Asked>>;
/** For each other route of reading, review and export: an address and body. */
let general: Partial<Record<RouteName, Asked>>;

async function signedIn(username: string, role: string): Promise<{ browser: Browser; id: number }> {
  const { body } = await admin.call('POST', '/users', { username, name: username, role, password });
  const browser = service.browser();
  await browser.signIn(username, password);
  return { browser, id: body.id };
}

/** The address of a route with 1 in place of each parameter: access is refused before anything is looked up. */
function anyAddress({ path }: Route): string {
  return path
    .replace(/:bulk/, crypto.randomUUID())
    .replace(/:criterion/, 'B.1')
    .replace(/:\w+/g, '1');
}

beforeAll(async () => {
  service = await startService();
  admin = await service.administrator();
  const people = [
    await signedIn('trong', 'reviewer'),
    await signedIn('ngoai', 'reviewer'),
    await signedIn('xem', 'viewer'),
  ];
  [insider, outsider, viewer] = people.map(({ browser }) => browser) as [Browser, Browser, Browser];
  const { body: opened } = await admin.call('POST', '/rounds', { name: 'Đợt 2023' });
  const round: number = opened.id;
  const first = reportPdf(wrongTotal);
  const handIn = async (name: string, bytes: Uint8Array): Promise<number> => {
    const { body } = await admin.upload(round, { [name]: bytes });
    await admin.waitForRound(round);
    return body.accepted[0].document;
  };
  const report = await handIn('so-du-lich.pdf', first);
  const later = await handIn(
    'so-du-lich-moi.pdf',
    reportPdf({ ...wrongTotal, total: 'Tổng điểm tự đánh giá: 97/100 điểm.' }),
  );
  const copy = await handIn('so-du-lich-ban-sao.pdf', first);
  reports = [report, later, copy];
  const { body: detail } = await admin.call('GET', `/documents/${report}`);
  const { body: flags } = await admin.call('GET', `/flags?document=${later}`);
  const flag: number = flags.items[0].id;
  const { body: words } = await admin.call('GET', `/documents/${later}/pages/1/words`);
  const [{ box, text }] = words.words;
  const correcting = { page: 1, box, read: text, corrected: `${text}x` };
  const { body: correction } = await admin.call('POST', `/documents/${later}/corrections`, correcting);
  const judgement = { decision: 'unsure' };
  const filter = { document: later };
  const { body: decided } = await admin.call('POST', '/flags/decisions', {
    filter,
    judgement,
    expected: (await admin.call('GET', `/flags?document=${later}`)).body.total,
  });
  await admin.upload(round, {
    'so-du-lich/bao-cao.pdf': reportPdf({ ...wrongTotal, total: 'Tổng điểm tự đánh giá: 96/100 điểm.' }),
    'so-du-lich/giay-khen.pdf': anotherPaper,
    'so-du-lich/hong.pdf': Buffer.from('%PDF-1.7 hỏng'),
  });
  const inFolder = async () =>
    (await admin.call('GET', `/documents?round=${round}&versions=all&q=so-du-lich/`)).body.items as Listed[];
  await vi.waitFor(
    async () => {
      const kinds = (await inFolder()).map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['attachment', null, 'report']);
    },
    { timeout: 60_000, interval: 200 },
  );
  beside = (await inFolder()).flatMap(({ id, kind }) => (kind === 'report' ? [] : [id]));
  await admin.call('PUT', `/agencies/${detail.agency.id}/reviewers`, { users: [people[0]?.id] });

  naming = (document) => ({
    readDocument: { path: `/documents/${document}` },
    readResult: { path: `/documents/${document}/result` },
    readCriteria: { path: `/documents/${document}/criteria` },
    readPageImage: { path: `/documents/${document}/pages/1/image` },
    readPageWords: { path: `/documents/${document}/pages/1/words` },
    readOriginal: { path: `/documents/${document}/original` },
    compareVersions: { path: `/documents/${document}/comparison?with=${report}` },
    retryDocument: { path: `/documents/${document}/retry` },
    listCorrections: { path: `/documents/${document}/corrections` },
    correctReading: { path: `/documents/${document}/corrections`, body: correcting },
    undoCorrection: { path: `/corrections/${correction.id}` },
    suggestPoints: { path: `/documents/${document}/criteria/B.1/suggestion`, body: { points: 1, reason: '' } },
    listSuggestions: { path: `/documents/${document}/suggestions` },
    placeDocument: { path: `/documents/${document}/agency`, body: { agency: detail.agency.id, verdict: 'confirm' } },
    exportDocument: { path: `/documents/${document}/export?format=json` },
    readFlag: { path: `/flags/${flag}` },
    readHistory: { path: `/flags/${flag}/history` },
    decide: { path: `/flags/${flag}/decisions`, body: judgement },
    undoDecision: { path: `/flags/${flag}/undo` },
    undoAll: { path: `/bulk-decisions/${decided.bulk}/undo` },
  });
  const search = encodeURIComponent('du lich');
  general = {
    readSystem: { path: '/system' },
    listRounds: { path: '/rounds' },
    readRound: { path: `/rounds/${round}` },
    readProgress: { path: `/rounds/${round}/progress` },
    listRoundChanges: { path: `/rounds/${round}/changes` },
    listThresholds: { path: `/rounds/${round}/thresholds` },
    listDoubtfulFiles: { path: `/rounds/${round}/doubtful-files` },
    listFailures: { path: `/rounds/${round}/failures` },
    retryRound: { path: `/rounds/${round}/retry`, body: {} },
    upload: { path: `/rounds/${round}/files`, body: new FormData() },
    listAgencies: { path: `/rounds/${round}/agencies` },
    readHeatMap: { path: `/rounds/${round}/heat-map` },
    exportRound: { path: `/rounds/${round}/export?format=json` },
    listDocuments: { path: `/documents?q=${search}&versions=all` },
    listFlags: { path: `/flags?q=${search}&versions=all` },
    decideAll: { path: '/flags/decisions', body: { filter, judgement, expected: flags.total } },
    listRules: { path: '/rules' },
    readRule: { path: '/rules/score/total-mismatch' },
  };
}, 240_000);
afterAll(() => service.stop());

describe('every route of the API', () => {
  it('is refused to whoever has not signed in, but for the way in', async () => {
    expect(everyRoute.flatMap(([name, { access }]) => (access === 'anyone' ? [name] : [])).sort()).toEqual(
      [...open].sort(),
    );
    const stranger = service.browser();
    for (const [name, route] of everyRoute) {
      if (open.includes(name)) continue;
      const { status, body } = await stranger.call(route.method, anyAddress(route));
      expect({ name, status, code: body.error.code }).toEqual({ name, status: 401, code: 'not-signed-in' });
    }
  });

  it('is refused to a viewer where it changes what is not their own', async () => {
    for (const [name, route] of everyRoute) {
      if (route.method === 'GET' || open.includes(name) || own.includes(name)) continue;
      const { status, body } = await viewer.call(route.method, anyAddress(route));
      expect({ name, status, code: body.error.code }).toEqual({ name, status: 403, code: 'not-allowed' });
    }
  });

  it('stands in one of the two tables of this test', () => {
    const scoped = everyRoute.flatMap(([name, { access, response }]) =>
      access === 'anyone' || access === 'signed-in' || access === 'administer' || 'event' in response ? [] : [name],
    );
    expect([...Object.keys(naming(0)), ...Object.keys(general)].sort()).toEqual(scoped.sort());
  });

  it('hides a limited report, its versions, its copies and all of its folder from other reviewers', async () => {
    for (const document of [...reports, ...beside]) {
      for (const [name, { path, body }] of Object.entries(naming(document))) {
        const { method } = routes[name as RouteName];
        const answer = await outsider.send(method, path, body);
        expect({ name, document, status: answer.status }).toEqual({ name, document, status: 404 });
        expect(secretsIn(await answer.text())).toEqual([]);
      }
    }
  });

  it('tells other reviewers nothing of a limited report in lists, counts and exports', async () => {
    for (const [name, { path, body }] of Object.entries(general)) {
      const answer = await outsider.send(routes[name as RouteName].method, path, body);
      expect({ name, secrets: secretsIn(await answer.text()) }).toEqual({ name, secrets: [] });
    }
  });

  it('shows all of it to its own reviewer', async () => {
    const [report = 0] = reports;
    for (const document of beside) {
      expect((await insider.send('GET', `/documents/${document}`)).status).toBe(200);
    }
    for (const [name, { path }] of Object.entries(naming(report))) {
      if (routes[name as RouteName].method !== 'GET') continue;
      expect({ name, status: (await insider.send('GET', path)).status }).toEqual({ name, status: 200 });
    }
    for (const name of ['listAgencies', 'readHeatMap', 'exportRound', 'listDocuments', 'listFlags'] as const) {
      const answer = await insider.send('GET', general[name]?.path ?? '');
      expect({ name, found: secretsIn(await answer.text()) }).toEqual({
        name,
        found: expect.arrayContaining(['Sở Du lịch']),
      });
    }
  });
});

function secretsIn(answer: string): readonly string[] {
  return secrets.filter((secret) => answer.includes(secret));
}
