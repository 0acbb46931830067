import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { AskedPattern } from './hostileText.js';

const sources = path.resolve(import.meta.dirname, '../../src');
/** The rooms that read what others wrote. */
const rooms = ['text', 'structure', 'extraction', 'rules'];
const inRooms = new RegExp(`/src/((?:${rooms.join('|')})/[^\\s:)?]+)`);

/**
 * Every pattern that reads a report: the literals in the source, and those that the program makes of its vocabulary and of
 * the report while `work` goes on. Whatever `work` uses must be imported within it.
 */
export async function askedPatterns(work: () => Promise<void>): Promise<readonly AskedPattern[]> {
  const patterns = new Map<string, AskedPattern>();
  const keep = (source: string, flags: string, place: string) => {
    const plain = flags.replace(/[dgy]/g, '');
    patterns.set(`${place} /${source}/${plain}`, { source, flags: `${plain}g`, place });
  };
  for (const file of rooms.flatMap(filesOf)) for (const [source, flags] of literalsIn(file)) keep(source, flags, file);
  const { RegExp: plain } = globalThis;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags]: [string, string?]) {
      const made = new target(source, flags);
      const place = inRooms.exec(new Error().stack ?? '')?.[1];
      if (place !== undefined) keep(made.source, made.flags, place);
      return made;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = plain;
  }
  return [...patterns.values()];
}

function filesOf(room: string): readonly string[] {
  return readdirSync(path.join(sources, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(room, file));
}

function literalsIn(file: string): readonly (readonly [source: string, flags: string])[] {
  const found: (readonly [string, string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(path.join(sources, file), 'utf8'), ts.ScriptTarget.ES2022));
  return found;
}
