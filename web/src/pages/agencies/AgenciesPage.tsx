import { Button, Group, Loader, Stack, Tabs, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { addressOf } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { ExportMenu } from '../../parts/ExportMenu.js';
import { ReadingProgress } from '../../parts/ReadingProgress.js';
import { UploadArea } from '../../parts/UploadArea.js';
import { useMay } from '../../session/useSession.js';
import { useRounds } from '../../shell/RoundContext.js';
import { AcrossAgencies } from './AcrossAgencies.js';
import { AgencyTable } from './AgencyTable.js';
import { DoubtfulFiles } from './DoubtfulFiles.js';
import { FirstRound } from './FirstRound.js';
import { HeatMap } from './HeatMap.js';
import { texts } from './texts.js';

const formats = [
  ['xlsx', texts.asWorkbook],
  ['zip', texts.asArchive],
  ['csv', texts.asTable],
  ['json', texts.asJson],
] as const;

/** All agencies of the round, where to look first on top. */
export function AgenciesPage() {
  const { say, language } = useLanguage();
  const { chosen, known } = useRounds();
  const mayExport = useMay('export');
  if (known && chosen === null) return <FirstRound />;
  if (chosen === null) return <Loader />;
  const exportAs = (format: string, mask: boolean) =>
    addressOf('/rounds/:id/export', { id: chosen.id }, { format, language, mask });
  return (
    <UploadArea round={chosen.id}>
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{say(texts.title)}</Title>
          {mayExport ? (
            <Group gap="xs" className="screen-only">
              <Button
                component="a"
                href={exportAs('xlsx', false)}
                download
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {say(texts.export)}
              </Button>
              <ExportMenu formats={formats} addressOf={exportAs} />
            </Group>
          ) : null}
        </Group>
        <ReadingProgress round={chosen.id} />
        <DoubtfulFiles round={chosen.id} />
        <Tabs defaultValue="table" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="table">{say(texts.table)}</Tabs.Tab>
            <Tabs.Tab value="heat">{say(texts.heat)}</Tabs.Tab>
            <Tabs.Tab value="across">{say(texts.across)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="table">
            <AgencyTable round={chosen.id} />
          </Tabs.Panel>
          <Tabs.Panel value="heat">
            <HeatMap round={chosen.id} />
          </Tabs.Panel>
          <Tabs.Panel value="across">
            <AcrossAgencies round={chosen.id} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </UploadArea>
  );
}
