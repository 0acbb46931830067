import { Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useLanguage } from '../language/LanguageContext.js';
import { useSession, useSignOut } from '../session/useSession.js';
import classes from './Shell.module.css';
import { texts } from './texts.js';

/** Who is signed in; language, light or dark, and the way out. */
export function PersonMenu() {
  const { say, language, setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const signOut = useSignOut();
  const name = useSession().data?.user?.name ?? say(texts.account);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          aria-label={name}
          leftSection={<IconUser size={18} aria-hidden />}
          className={classes.person}
        >
          <span className={classes.personName}>{name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconLanguage size={16} aria-hidden />}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {say(texts.otherLanguage)}
        </Menu.Item>
        <Menu.Item
          leftSection={scheme === 'dark' ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          {say(scheme === 'dark' ? texts.light : texts.dark)}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {say(texts.signOut)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
