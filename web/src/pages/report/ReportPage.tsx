import { Alert, Grid, Loader, Stack, Tabs, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { ReadingProgress } from '../../parts/ReadingProgress.js';
import { ChecksPanel } from './ChecksPanel.js';
import { CitationsPanel } from './CitationsPanel.js';
import { Corrections } from './Corrections.js';
import { CriteriaPanel } from './CriteriaPanel.js';
import { FlagsPanel } from './FlagsPanel.js';
import { focusOnQuoted, nowhere } from './Focus.js';
import { PageStack } from './PageStack.js';
import { ReportHead } from './ReportHead.js';
import classes from './ReportPage.module.css';
import { TextPanel } from './TextPanel.js';
import { texts } from './texts.js';
import { useFlag, useReport } from './useReport.js';

/** The report that the address names; another address is another view, which keeps nothing of the last one's. */
export function ReportPage() {
  const id = Number(useParams().id);
  const [asked] = useSearchParams();
  return <Report key={`${id} ${asked}`} id={id} asked={asked} />;
}

/** A report: its pages on the left, on the right what it claims, what backs it and what to ask. */
function Report({ id, asked }: { readonly id: number; readonly asked: URLSearchParams }) {
  const { say } = useLanguage();
  const { detail, result, criteria, flags, error } = useReport(id);
  const [focus, setFocus] = useState(nowhere);
  const [correcting, setCorrecting] = useState(false);
  const quoting = useFlag(Number(asked.get('quoted')) || null);
  useEffect(() => {
    if (quoting !== undefined) setFocus(focusOnQuoted(quoting, id));
  }, [quoting, id]);
  if (error !== null) return <Problem error={error} />;
  if (detail === undefined) return <Loader />;
  const criterion = asked.get('criterion');
  return (
    <Stack gap="sm">
      <ReportHead detail={detail} result={result} correcting={correcting} onCorrecting={setCorrecting} />
      {detail.notices.map((notice) => (
        <Alert key={notice} variant="light" color="yellow" py="xs">
          {say(texts[notice])}
        </Alert>
      ))}
      {detail.errors.map(({ code, page, message }) => (
        <Alert key={`${code} ${page}`} variant="light" color="orange" py="xs">
          {message}
        </Alert>
      ))}
      {correcting ? <Text size="sm">{say(texts.correctHint)}</Text> : null}
      <Corrections document={id} />
      {result === undefined ? (
        <ReadingProgress round={detail.round} />
      ) : (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <PageStack document={id} result={result} focus={focus} correcting={correcting} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Tabs defaultValue={criterion === null ? 'flags' : 'criteria'} keepMounted={false}>
              <Tabs.List mb="sm" className={classes.tabs}>
                <Tabs.Tab value="flags">
                  {say(texts.flags)} ({flags.length})
                </Tabs.Tab>
                <Tabs.Tab value="criteria">{say(texts.criteria)}</Tabs.Tab>
                <Tabs.Tab value="citations">{say(texts.citations)}</Tabs.Tab>
                <Tabs.Tab value="text">{say(texts.text)}</Tabs.Tab>
                <Tabs.Tab value="checks">{say(texts.checked)}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="flags">
                <FlagsPanel flags={flags} first={Number(asked.get('flag')) || null} onFocus={setFocus} />
              </Tabs.Panel>
              <Tabs.Panel value="criteria">
                <CriteriaPanel
                  document={id}
                  rows={criteria}
                  result={result}
                  flags={flags}
                  first={criterion}
                  onFocus={setFocus}
                />
              </Tabs.Panel>
              <Tabs.Panel value="citations">
                <CitationsPanel citations={result.citations} onFocus={setFocus} />
              </Tabs.Panel>
              <Tabs.Panel value="text">
                <TextPanel result={result} onFocus={setFocus} />
              </Tabs.Panel>
              <Tabs.Panel value="checks">
                <ChecksPanel checks={result.checks} />
              </Tabs.Panel>
            </Tabs>
          </Grid.Col>
        </Grid>
      )}
    </Stack>
  );
}
