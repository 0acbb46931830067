import { Button, Checkbox, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { Bilingual } from '../../../src/model/bilingual.js';
import { useLanguage } from '../language/LanguageContext.js';

const texts = {
  more: { vi: 'Dạng khác', en: 'Other formats' },
  mask: { vi: 'Che tên cá nhân (không kèm ảnh trang)', en: 'Mask persons’ names (no page pictures)' },
} as const;

interface Props {
  readonly formats: readonly (readonly [format: string, label: Bilingual])[];
  /** The address of a format, with names masked or not. */
  addressOf(format: string, mask: boolean): string;
}

/** Everything that can be taken away, with private persons' names or without. */
export function ExportMenu({ formats, addressOf }: Props) {
  const { say } = useLanguage();
  const [mask, setMask] = useState(false);
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {say(texts.more)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="label">
          <Checkbox
            size="xs"
            label={say(texts.mask)}
            checked={mask}
            onChange={(event) => setMask(event.currentTarget.checked)}
          />
        </Menu.Item>
        <Menu.Divider />
        {formats.map(([format, label]) => (
          <Menu.Item key={format} component="a" href={addressOf(format, mask)} download>
            {say(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
