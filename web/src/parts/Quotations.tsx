import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useLanguage } from '../language/LanguageContext.js';
import { placeOf } from '../review/placeOf.js';
import type { Flag } from '../review/useReview.js';
import classes from './Quotations.module.css';
import { texts as shared } from './texts.js';

interface Quotation {
  readonly text: string;
  readonly page: number;
}

interface Quoted {
  readonly name: string;
  /** Where the words can be seen; null where they are in no report of the round. */
  readonly href: string | null;
  readonly quotations: readonly Quotation[];
}

/** Whether a flag quotes more than its own document. */
export function quotesOthers(flag: Flag): boolean {
  return othersIn(flag).length > 0;
}

/** The words that a flag rests on; those of another report or of an attachment stand beside its own. */
export function Quotations({ flag }: { readonly flag: Flag }) {
  const { agency, evidence, document } = flag;
  const own = evidence.filter(({ elsewhere }) => elsewhere === undefined);
  const others = othersIn(flag);
  if (others.length === 0) return <Words quotations={own} />;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
      <Side name={agency?.name ?? document?.file ?? ''} href={placeOf(flag)} quotations={own} />
      <div>
        {others.map((side, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a flag may quote the same words twice
          <Side key={index} {...side} />
        ))}
      </div>
    </SimpleGrid>
  );
}

function othersIn({ id, evidence, attached = [] }: Flag): readonly Quoted[] {
  const reports = evidence.flatMap(({ elsewhere, ...quotation }) => {
    if (elsewhere === undefined) return [];
    const { document, agency, file } = elsewhere;
    const href = document === null ? null : `/documents/${document}?quoted=${id}`;
    return [{ name: agency ?? file, href, quotations: [quotation] }];
  });
  const attachments = attached.map(({ file, ...quotation }) => ({
    name: file ?? '',
    href: null,
    quotations: [quotation],
  }));
  return [...reports, ...attachments];
}

function Side({ name, href, quotations }: Quoted) {
  return (
    <div>
      {href === null ? (
        <Text size="xs" fw={600}>
          {name}
        </Text>
      ) : (
        <Anchor component={Link} href={href} size="xs" fw={600}>
          {name}
        </Anchor>
      )}
      <Words quotations={quotations} />
    </div>
  );
}

function Words({ quotations }: Pick<Quoted, 'quotations'>) {
  const { say } = useLanguage();
  return quotations.map(({ text, page }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a flag may quote the same words twice
    <Text key={index} size="sm" className={classes.quotation}>
      “{text}”{' '}
      <Text span size="xs" c="dimmed">
        {say(shared.page)} {page}
      </Text>
    </Text>
  ));
}
