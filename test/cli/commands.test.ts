import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/rules/index.js';
import { soat } from '../support/soat.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'soat-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('soat', () => {
  it.each([
    ['an unknown command', ['reed'], 'không có lệnh reed'],
    ['an unknown option', ['audit', 'x', '--out', 'y', '--quick'], '--quick'],
    ['audit without --out', ['audit', 'x'], 'thiếu tùy chọn bắt buộc --out'],
    ['audit without a path', ['audit', '--out', 'y'], 'thiếu đường-dẫn'],
    ['a path that does not exist', ['audit', '/không/có', '--out', '/tmp/soat-none'], 'path-not-found'],
    ['a number of jobs that is none', ['audit', 'x', '--out', 'y', '--jobs', 'many'], '--jobs many'],
    ['a language that is not spoken', ['rules', '--lang', 'fr'], 'một trong: vi, en'],
    ['a rule that does not exist', ['rules', 'score/none'], 'unknown-rule'],
    [
      'a pipeline that does not exist',
      ['audit', '.', '--out', '/tmp/soat-none', '--pipeline', 'x'],
      'pipeline-not-found',
    ],
  ])('ends with 2 and says why after %s', async (_case, args, said) => {
    const { status, stderr } = await soat(args, { cwd: folder });
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  it('refuses to write results into the folder that it reads', async () => {
    await writeFile(path.join(folder, 'a.pdf'), '%PDF-1.7');
    const { status, stderr } = await soat(['audit', folder, '--out', path.join(folder, 'out')]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('out-inside-input')]);
  });

  it('explains itself in Vietnamese', async () => {
    const { status, stdout } = await soat(['audit', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Cách dùng:');
    expect(stdout).toContain('--fail-on');
    expect(stdout).not.toMatch(/options|choices|default|display/);
  });
});

describe('soat rules', () => {
  it.each(['vi', 'en'] as const)('lists every rule with its severity and title (%s)', async (lang) => {
    const { stdout } = await soat(['rules', '--lang', lang]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual(catalogue.map(({ id, severity, title }) => [id, severity, title[lang]]));
  });

  it('shows the page of one rule', async () => {
    const { stdout } = await soat(['rules', 'score/total-mismatch']);
    expect(stdout).toMatch(/^# score\/total-mismatch\n/);
  });
});

describe('soat doctor', () => {
  it('ends with 0 on a machine that has all', async () => {
    const { status, stdout } = await soat(['doctor', '--data', path.join(folder, 'data'), '--lang', 'en']);
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('LACKING')]);
  });

  it('ends with 4 and says what is lacking', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const { status, stdout } = await soat(['doctor', '--data', path.join(folder, 'file', 'data'), '--lang', 'en']);
    expect([status, stdout]).toEqual([4, expect.stringMatching(/LACKING\s+Data folder/)]);
  });
});
