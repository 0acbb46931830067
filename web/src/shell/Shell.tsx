import { AppShell, Burger, Group, NavLink, Select, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingBank, IconFiles, IconFlag, IconListCheck, IconSettings } from '@tabler/icons-react';
import { Link, useRoute } from 'wouter';
import { useLanguage } from '../language/LanguageContext.js';
import { Pages } from '../pages/Pages.js';
import { PersonMenu } from './PersonMenu.js';
import { RoundProvider, useRounds } from './RoundContext.js';
import classes from './Shell.module.css';
import { texts } from './texts.js';

const places = [
  { path: '/', icon: IconBuildingBank, label: texts.agencies },
  { path: '/flags', icon: IconFlag, label: texts.flags },
  { path: '/files', icon: IconFiles, label: texts.files },
  { path: '/rules', icon: IconListCheck, label: texts.rules },
  { path: '/settings', icon: IconSettings, label: texts.settings },
] as const;

/** The frame of every page: where one can go, which round is worked on, and who is signed in. */
export function Shell() {
  const { say } = useLanguage();
  const [opened, navigation] = useDisclosure(false);
  const navbar = { width: 176, breakpoint: 'sm', collapsed: { mobile: !opened } } as const;
  return (
    <RoundProvider>
      <AppShell header={{ height: 56 }} navbar={navbar} padding="md">
        <a className={classes.skip} href="#content">
          {say(texts.skip)}
        </a>
        <AppShell.Header>
          <Group h="100%" px="md" gap="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={opened}
                onClick={navigation.toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={say(texts.navigation)}
              />
              <Title order={1} size="h3" c="ink">
                Soát
              </Title>
            </Group>
            <RoundSelect />
            <PersonMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={say(texts.navigation)}>
          {places.map((place) => (
            <Place key={place.path} {...place} onGo={navigation.close} />
          ))}
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          <Pages />
        </AppShell.Main>
      </AppShell>
    </RoundProvider>
  );
}

function Place({ path, icon: Icon, label, onGo }: (typeof places)[number] & { onGo(): void }) {
  const { say } = useLanguage();
  const [exact] = useRoute(path);
  const [below] = useRoute(`${path}/*`);
  const active = exact || (path !== '/' && below);
  return (
    <NavLink
      component={Link}
      href={path}
      label={say(label)}
      leftSection={<Icon size={18} aria-hidden />}
      active={active}
      aria-current={active ? 'page' : undefined}
      className={classes.place}
      onClick={onGo}
    />
  );
}

function RoundSelect() {
  const { say } = useLanguage();
  const { all, chosen, choose } = useRounds();
  if (chosen === null) return null;
  return (
    <Select
      aria-label={say(texts.round)}
      data={all.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={String(chosen.id)}
      onChange={(id) => id !== null && choose(Number(id))}
      allowDeselect={false}
      searchable={all.length > 8}
      flex="0 1 320px"
      miw={0}
    />
  );
}
