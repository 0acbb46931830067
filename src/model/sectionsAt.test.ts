import { describe, expect, it } from 'vitest';
import type { Section } from './facts.js';
import { leafSectionAt, sectionsAt } from './sectionsAt.js';

const section = (path: string, start: number, end: number): Section => ({
  path,
  marker: path,
  level: path.split('/').length,
  title: '',
  heading: { start, end: start },
  span: { start, end },
  criterion: null,
  part: null,
  appendix: false,
});

const sections = [
  section('I', 5, 40),
  section('I/1', 10, 30),
  section('I/1/1.1', 12, 20),
  section('I/2', 30, 40),
  section('II', 50, 60),
];

describe('sectionsAt', () => {
  it.each([
    ['before every heading', 4, []],
    ['at a heading', 5, ['I']],
    ['in the deepest', 19, ['I/1/1.1', 'I/1', 'I']],
    ['behind the deepest', 20, ['I/1', 'I']],
    ['in the next of its level', 30, ['I/2', 'I']],
    ['between two parts', 45, []],
    ['in the last', 59, ['II']],
    ['behind the last', 60, []],
  ] as const)('%s', (_, offset, paths) => {
    expect(sectionsAt(sections, offset).map(({ path }) => path)).toEqual(paths);
    expect(leafSectionAt(sections, offset)?.path).toBe(paths[0]);
  });
});
