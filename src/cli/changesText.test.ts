import { expect, it } from 'vitest';
import { changesText } from './changesText.js';

it('counts all flags and names those that came or went', () => {
  const flag = (rule: string, subject: string) => ({ fingerprint: rule, rule, subject, outcome: 'fail' as const });
  const changes = {
    new: [flag('citation/incomplete', 'citation:12/KH-X')],
    unchanged: [flag('a/b', 'document')],
    gone: [],
  };
  expect(changesText(changes, 'vi')).toBe(
    'So với lần chạy trước: 1 mới (citation/incomplete citation:12/KH-X) · 1 giữ nguyên · 0 không còn',
  );
});
