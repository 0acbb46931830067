import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageContext.js';
import { texts } from './texts.js';

/** The sheet on which first start and sign-in stand. */
export function Welcome({ children }: { readonly children: ReactNode }) {
  const { say } = useLanguage();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder shadow="sm" p="xl" w="100%" maw={440}>
        <Stack gap="lg">
          <header>
            <Title order={1} c="ink">
              {say(texts.product)}
            </Title>
            <Text c="dimmed">{say(texts.purpose)}</Text>
          </header>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
