import { Stack, Tabs, Title } from '@mantine/core';
import { useLanguage } from '../../language/LanguageContext.js';
import { useMay } from '../../session/useSession.js';
import { PasswordForm } from './PasswordForm.js';
import { RoundSettings } from './RoundSettings.js';
import { TokenSettings } from './TokenSettings.js';
import { texts } from './texts.js';
import { UserSettings } from './UserSettings.js';
import { WebhookSettings } from './WebhookSettings.js';

/** What an administrator sets, and everyone's own password and tokens. */
export function SettingsPage() {
  const { say } = useLanguage();
  const administers = useMay('administer');
  return (
    <Stack>
      <Title order={2}>{say(texts.title)}</Title>
      <Tabs defaultValue={administers ? 'rounds' : 'password'} keepMounted={false}>
        <Tabs.List mb="md">
          {administers ? <Tabs.Tab value="rounds">{say(texts.rounds)}</Tabs.Tab> : null}
          {administers ? <Tabs.Tab value="users">{say(texts.users)}</Tabs.Tab> : null}
          {administers ? <Tabs.Tab value="webhooks">{say(texts.webhooks)}</Tabs.Tab> : null}
          <Tabs.Tab value="tokens">{say(texts.tokens)}</Tabs.Tab>
          <Tabs.Tab value="password">{say(texts.password)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rounds">
          <RoundSettings />
        </Tabs.Panel>
        <Tabs.Panel value="users">
          <UserSettings />
        </Tabs.Panel>
        <Tabs.Panel value="webhooks">
          <WebhookSettings />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <TokenSettings />
        </Tabs.Panel>
        <Tabs.Panel value="password">
          <PasswordForm />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
