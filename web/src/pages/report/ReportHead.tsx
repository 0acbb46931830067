import { Button, Group, Switch, Text, Title } from '@mantine/core';
import { IconFileDownload, IconFileText, IconGitCompare } from '@tabler/icons-react';
import { Link } from 'wouter';
import { addressOf } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { ExportMenu } from '../../parts/ExportMenu.js';
import { calendarDate } from '../../parts/points.js';
import { useMay } from '../../session/useSession.js';
import { texts } from './texts.js';
import type { Detail, Result } from './useReport.js';

interface Props {
  readonly detail: Detail;
  readonly result: Result | undefined;
  readonly correcting: boolean;
  onCorrecting(correcting: boolean): void;
}

const formats = [
  ['docx', texts.asMemo],
  ['html', texts.asPage],
  ['json', texts.asJson],
] as const;

/** Whose report it is, and what can be done with the whole of it. */
export function ReportHead({ detail, result, correcting, onCorrecting }: Props) {
  const { say, language } = useLanguage();
  const [mayExport, mayReview] = [useMay('export'), useMay('review')];
  const { id, agency, file, number, date, version, versions } = detail;
  const exportAs = (format: string, mask: boolean) =>
    addressOf('/documents/:id/export', { id }, { format, language, mask });
  const signer = result?.report.signer ?? null;
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Title order={2} size="h3">
          {agency?.name ?? file}
        </Title>
        <Text size="sm" c="dimmed">
          {number === null ? '' : `${say(texts.number)} ${number} ${say(texts.dated)} ${calendarDate(date)} · `}
          {signer === null ? '' : `${say(texts.signer)}: ${signer.name} · `}
          {say(texts.version)} {version} · {file}
        </Text>
      </div>
      <Group gap="xs" className="screen-only">
        {mayReview ? (
          <Switch
            label={say(texts.correct)}
            checked={correcting}
            onChange={(event) => onCorrecting(event.currentTarget.checked)}
          />
        ) : null}
        {versions.length > 1 ? (
          <Button
            component={Link}
            href={`/documents/${id}/comparison`}
            variant="default"
            leftSection={<IconGitCompare size={16} aria-hidden />}
          >
            {say(texts.compare)}
          </Button>
        ) : null}
        {mayExport ? (
          <Button
            component="a"
            href={exportAs('docx', false)}
            download
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
          >
            {say(texts.memo)}
          </Button>
        ) : null}
        {mayExport ? <ExportMenu formats={formats} addressOf={exportAs} /> : null}
        <Button
          component="a"
          href={addressOf('/documents/:id/original', { id })}
          download
          variant="default"
          leftSection={<IconFileDownload size={16} aria-hidden />}
        >
          {say(texts.original)}
        </Button>
      </Group>
    </Group>
  );
}
