import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Answer, type Call, call } from '../../api/call.js';
import { useRefresh } from '../../api/useRefresh.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { useMay } from '../../session/useSession.js';
import { texts } from './texts.js';

type Doubtful = Answer<'GET /rounds/:id/doubtful-files'>['items'][number];
type Said = Call<'PUT /documents/:id/agency'>['body'];

/** Files that may be of an agency of the list: an inspector says whose they are; nothing where all is clear. */
export function DoubtfulFiles({ round }: { readonly round: number }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const { data } = useQuery({
    queryKey: ['doubtful', round],
    queryFn: () => call('GET /rounds/:id/doubtful-files', { params: { id: round } }),
  });
  const place = useMutation({
    mutationFn: ({ document, said }: { document: number; said: Said }) =>
      call('PUT /documents/:id/agency', { params: { id: document }, body: said }),
    onSuccess: refresh,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" title={`${say(texts.doubtful)} (${data.items.length})`}>
      <Text size="sm" mb="xs">
        {say(texts.doubtfulHint)}
      </Text>
      <Stack gap="xs">
        {data.items.map((file) => (
          <DoubtfulFile
            key={file.document}
            file={file}
            onSay={(said) => place.mutate({ document: file.document, said })}
          />
        ))}
      </Stack>
      {place.error === null ? null : <Problem error={place.error} />}
    </Alert>
  );
}

function DoubtfulFile({ file, onSay }: { readonly file: Doubtful; onSay(said: Said): void }) {
  const { say } = useLanguage();
  const mayReview = useMay('review');
  return (
    <div>
      <Anchor component={Link} href={`/documents/${file.document}`} size="sm" fw={600}>
        {file.file}
      </Anchor>
      {file.candidates.map(({ agency, verdict, by }) => (
        <Group key={agency.id} gap="xs" mt={4}>
          <Text size="sm">
            {agency.name}
            {verdict === null || by === null
              ? '?'
              : ` – ${say(texts[verdict === 'confirm' ? 'confirmed' : 'refused'])} (${by.name})`}
          </Text>
          {mayReview && verdict === null ? (
            <>
              <Button size="compact-xs" onClick={() => onSay({ agency: agency.id, verdict: 'confirm' })}>
                {say(texts.confirm)}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onSay({ agency: agency.id, verdict: 'refuse' })}
              >
                {say(texts.refuse)}
              </Button>
            </>
          ) : null}
          {mayReview && verdict !== null ? (
            <Button size="compact-xs" variant="subtle" onClick={() => onSay({ agency: agency.id, verdict: 'undo' })}>
              {say(texts.undo)}
            </Button>
          ) : null}
        </Group>
      ))}
    </div>
  );
}
