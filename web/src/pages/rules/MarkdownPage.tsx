import { Code, List, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/LanguageContext.js';
import { texts } from './texts.js';

/** Kinds of blocks that rule pages use; anything else is shown as a paragraph of its own words. */
type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'code' | 'paragraph'; readonly text: string }
  | { readonly kind: 'example'; readonly asked: boolean; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A rule's page as elements: no HTML of any text is ever taken over. */
export function MarkdownPage({ text }: { readonly text: string }) {
  return (
    <article>
      {blocksOf(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text never move
        <BlockView key={index} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  const { say } = useLanguage();
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={block.level === 1 ? 2 : 3} size={block.level === 1 ? 'h3' : 'h5'} mt="md" mb="xs">
          {inline(block.text)}
        </Title>
      );
    case 'code':
      return (
        <Code block mb="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {block.text}
        </Code>
      );
    case 'example':
      return (
        <Text size="sm" fw={600} mb={4}>
          {say(block.asked ? texts.shows : texts.silent)} <Code>{block.text}</Code>
        </Text>
      );
    case 'list':
      return (
        <List mb="sm">
          {block.items.map((item) => (
            <List.Item key={item}>{inline(item)}</List.Item>
          ))}
        </List>
      );
    case 'paragraph':
      return <Text mb="sm">{inline(block.text)}</Text>;
  }
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let code: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
      if (code === null) {
        // The mark after the fence tells what the example shows; no shipped font has it.
        const [, mark, rest = ''] = /^```\w*\s*([❌✅])?\s*(.*)$/u.exec(line) ?? [];
        if (mark !== undefined) blocks.push({ kind: 'example', asked: mark === '❌', text: rest });
        code = [];
      } else code = null;
    } else if (code !== null) code.push(line);
    else addLine(blocks, line.trim());
  }
  return blocks;
}

function addLine(blocks: Block[], line: string): void {
  const heading = /^(#{1,3})\s+(.*)$/.exec(line);
  const last = blocks.at(-1);
  if (heading !== null) {
    const level = (heading[1] ?? '').length as 1 | 2 | 3;
    blocks.push({ kind: 'heading', level, text: heading[2] ?? '' });
  } else if (/^[-*]\s/.test(line)) {
    const items = last?.kind === 'list' ? last.items : [];
    if (last?.kind === 'list') blocks.pop();
    blocks.push({ kind: 'list', items: [...items, line.slice(2)] });
  } else if (line === '') blocks.push({ kind: 'paragraph', text: '' });
  else if (last?.kind === 'paragraph') {
    blocks.pop();
    blocks.push({ kind: 'paragraph', text: `${last.text} ${line}`.trim() });
  } else blocks.push({ kind: 'paragraph', text: line });
}

/** Bold, italics and code inside a line. */
function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`|\*[^*]+\*|(?<![\p{L}\d])_[^_]+_(?![\p{L}\d]))/u).map((part, index) => {
    const key = `${index} ${part}`;
    if (part.startsWith('**')) return <b key={key}>{part.slice(2, -2)}</b>;
    if (part.startsWith('`')) return <Code key={key}>{part.slice(1, -1)}</Code>;
    if (/^[*_].+[*_]$/.test(part)) return <i key={key}>{part.slice(1, -1)}</i>;
    return part;
  });
}
