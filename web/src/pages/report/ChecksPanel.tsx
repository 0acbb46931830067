import { Anchor, ScrollArea, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useLanguage } from '../../language/LanguageContext.js';
import { useRuleTitle } from '../../parts/useRuleTitle.js';
import { texts } from './texts.js';
import type { Result } from './useReport.js';

/** What every rule found, also what was in order: silence is no proof that something was looked at. */
export function ChecksPanel({ checks }: { readonly checks: Result['checks'] }) {
  const { say } = useLanguage();
  const titleOf = useRuleTitle();
  return (
    <ScrollArea h="calc(100dvh - 12rem)">
      <Text size="sm" c="dimmed" mb="xs">
        {say(texts.allRules)}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th ta="right">{say(texts.pass)}</Table.Th>
            <Table.Th ta="right">{say(texts.fail)}</Table.Th>
            <Table.Th ta="right">{say(texts.cannotJudge)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {checks.map(({ rule, pass, fail, cannotJudge }) => (
            <Table.Tr key={rule}>
              <Table.Td>
                <Anchor component={Link} href={`/rules/${rule}`} size="sm">
                  {titleOf(rule)}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">{pass}</Table.Td>
              <Table.Td ta="right">{fail}</Table.Td>
              <Table.Td ta="right">{cannotJudge}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
