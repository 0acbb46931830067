import { Anchor, ScrollArea, Table, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { points } from '../../parts/points.js';
import { severities } from '../../parts/severity.js';
import classes from './HeatMap.module.css';
import { texts } from './texts.js';

type Map = Answer<'GET /rounds/:id/heat-map'>;
type Cell = Map['rows'][number]['cells'][number];

/** Agencies × criteria: how much was claimed of each maximum, and where flags stand. */
export function HeatMap({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['heat-map', round],
    queryFn: () => call('GET /rounds/:id/heat-map', { params: { id: round } }),
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return null;
  const touched = new Set(data.rows.flatMap(({ cells }) => cells.map(({ criterion }) => criterion)));
  const criteria = data.criteria.filter(({ id }) => touched.has(id));
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {say(texts.heatHint)}
      </Text>
      <ScrollArea>
        <Table className={classes.map} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say(texts.agency)}</Table.Th>
              {criteria.map(({ id, name, maximum }) => (
                <Table.Th key={id} ta="center">
                  <Tooltip label={`${name}${maximum === null ? '' : ` (${maximum})`}`} multiline maw={320}>
                    <span>{id}</span>
                  </Tooltip>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((row) => (
              <HeatRow key={row.document} row={row} criteria={criteria} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </>
  );
}

function HeatRow({ row, criteria }: { readonly row: Map['rows'][number]; readonly criteria: Map['criteria'] }) {
  const cells = new globalThis.Map(row.cells.map((cell) => [cell.criterion, cell]));
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.agency}>
        <Anchor component={Link} href={`/documents/${row.document}`} size="sm">
          {row.agency?.name ?? row.file}
        </Anchor>
      </Table.Th>
      {criteria.map(({ id }) => (
        <HeatCell key={id} cell={cells.get(id)} agency={row.agency?.name ?? row.file} document={row.document} />
      ))}
    </Table.Tr>
  );
}

/** Claims lie near the maximum: the upper half takes the whole scale, steeper towards the end. */
function depthOf(share: number | null): number {
  return Math.max(0, Math.min(1, 2 * (share ?? 0) - 1)) ** 3;
}

interface CellProps {
  readonly cell: Cell | undefined;
  readonly agency: string;
  readonly document: number;
}

function HeatCell({ cell, agency, document }: CellProps) {
  const { say, language } = useLanguage();
  if (cell === undefined) return <Table.Td className={classes.empty} />;
  const { criterion, claimed, maximum, share, flags } = cell;
  const worst = flags.error > 0 ? severities.error : flags.warning > 0 ? severities.warning : null;
  const told = `${agency}, ${criterion}: ${points(claimed, language)}/${points(maximum, language)}; ${say(texts.flags)}: ${flags.error + flags.warning}`;
  return (
    <Table.Td className={classes.cell} style={{ '--depth': depthOf(share) }}>
      <Tooltip label={told}>
        <Link href={`/documents/${document}?criterion=${criterion}`} aria-label={told} className={classes.link}>
          {points(claimed, language)}
          {worst === null ? null : <span className={classes.sign}>{worst.sign}</span>}
        </Link>
      </Tooltip>
    </Table.Td>
  );
}
