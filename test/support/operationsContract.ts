import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysOf } from '../../src/audit/stageKeys.js';
import type { WholeStatus } from '../../src/cli/commands/status.js';
import { blankPdf } from './blankPdf.js';
import { type Run, soat } from './soat.js';
import { type Browser, startService, type TestService } from './startService.js';

interface Servers {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
}

/** What `soat status`, `retry` and `cancel` must do beside a running service, wherever its state lies. */
export function operationsContract(name: string, prepare: () => Promise<Servers>): void {
  describe(`beside a service on ${name}`, () => {
    let service: TestService;
    let admin: Browser;
    let servers: Servers;

    beforeAll(async () => {
      servers = await prepare();
      service = await startService('hop-thu', servers);
      admin = await service.administrator();
    });
    afterAll(() => service.stop());

    const at = (file: string) => path.join(service.folder, file);
    const command = (...args: string[]): Promise<Run> =>
      soat([...args, '--data', at('data')], {
        env: { DATABASE_URL: servers.databaseUrl ?? '', REDIS_URL: servers.redisUrl ?? '' },
      });
    const status = async (): Promise<WholeStatus> => JSON.parse((await command('status', '--json')).stdout);
    const roundOf = async (id: number) => (await status()).rounds.find(({ round }) => round === id);
    const patience = { timeout: 60_000, interval: 500 };

    async function openRound(title: string): Promise<number> {
      return (await admin.call('POST', '/rounds', { name: title, pipeline: null, secondReview: false })).body.id;
    }

    /** A report whose second page was set aside in an earlier try. */
    async function parkedReport(): Promise<Uint8Array> {
      const file = at('parked.pdf');
      const bytes = blankPdf(3, file);
      writeFileSync(file, bytes);
      const { originals, results } = service.running.service.store;
      const { sha256 } = await originals.keep(file);
      await results.keep(sha256, 2, keysOf(null).read, { ok: false, code: 'parked', detail: '10 ×' });
      return bytes;
    }

    it('tells what failed and why, and reads it again when asked', async () => {
      const round = await openRound('Đợt có trang để riêng');
      await admin.upload(round, { 'a.pdf': await parkedReport() });
      await admin.waitForRound(round);
      expect(await roundOf(round)).toMatchObject({
        name: 'Đợt có trang để riêng',
        documents: { partial: 1 },
        pages: { done: 3, total: 3 },
        failures: [{ code: 'parked', documents: 0, pages: 1 }],
      });
      const told = await command('status');
      expect([told.status, told.stdout]).toEqual([0, expect.stringContaining('parked: 1 trang — ')]);

      expect((await command('retry', '--code', 'engine-crashed')).stdout).toContain('Số tài liệu được đọc lại: 0');
      const retried = await command('retry', '--code', 'parked');
      expect([retried.status, retried.stdout]).toEqual([0, expect.stringContaining('Số tài liệu được đọc lại: 1')]);
      await expect
        .poll(() => roundOf(round), patience)
        .toMatchObject({ documents: { complete: 1, partial: 0 }, failures: [] });
    });

    it('cancels what waits of a round, keeps what was read, and goes on when asked', async () => {
      const round = await openRound('Đợt bị hủy');
      const files = Array.from(
        { length: 12 },
        (_, index) => [`${index}.pdf`, blankPdf(4, at(`${index}.pdf`))] as const,
      );
      await admin.upload(round, Object.fromEntries(files));
      expect((await command('cancel', String(round))).status).toBe(0);
      await expect.poll(async () => (await status()).queue, patience).toMatchObject({ waiting: 0, active: 0 });
      const cancelled = await roundOf(round);
      expect(cancelled).toMatchObject({ cancelled: true });
      expect(cancelled?.documents).toMatchObject({ waiting: 0, reading: 0 });
      expect(cancelled?.documents.cancelled).toBeGreaterThan(0);

      await command('retry');
      expect(await roundOf(round)).toMatchObject({ cancelled: true });
      await command('retry', '--round', String(round));
      await expect
        .poll(() => roundOf(round), patience)
        .toMatchObject({ cancelled: false, documents: { complete: 12, waiting: 0 } });
    });

    it('refuses a round that does not exist', async () => {
      const { status: exit, stderr } = await command('cancel', '99');
      expect([exit, stderr]).toEqual([2, expect.stringContaining('not-found')]);
    });

    it('is saved while it runs, and comes back elsewhere with all rounds', async () => {
      const saved = await command('backup', at('sao-luu'));
      expect([saved.status, saved.stdout]).toEqual([0, expect.stringMatching(/: \d+ dòng dữ liệu · \d+ bản gốc\n/)]);
      const elsewhere = (...args: string[]) =>
        soat([...args, '--data', at('noi-khac')], { env: { DATABASE_URL: '', REDIS_URL: '' } });
      const restored = await elsewhere('restore', at('sao-luu'));
      expect([restored.status, restored.stderr]).toEqual([0, '']);
      const { rounds } = JSON.parse((await elsewhere('status', '--json')).stdout) as WholeStatus;
      // The rate is of the last minutes, which go on.
      const withoutRate = (all: WholeStatus['rounds']) => all.map(({ pagesPerMinute: _, ...round }) => round);
      expect(withoutRate(rounds)).toEqual(withoutRate((await status()).rounds));
      const again = await elsewhere('restore', at('sao-luu'));
      expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('restore-not-empty')]);
    });

    it('makes the queue anew', async () => {
      expect((await command('queue', 'rebuild')).stdout).toContain(': 0');
    });
  });
}
