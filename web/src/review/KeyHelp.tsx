import { Kbd, Table } from '@mantine/core';
import type { Bilingual } from '../../../src/model/bilingual.js';
import { useLanguage } from '../language/LanguageContext.js';
import { Dialog } from '../parts/Dialog.js';
import { texts } from './texts.js';

const openKey = 'O';
const keys: readonly (readonly [string, Bilingual])[] = [
  ['J', texts.next],
  ['K', texts.previous],
  ['A', texts.accept],
  ['D', texts.dismiss],
  ['U', texts.unsure],
  ['Z', { vi: 'Hoàn tác việc vừa làm', en: 'Take the last decision back' }],
  [openKey, { vi: 'Mở báo cáo ở chỗ này', en: 'Open the report at this place' }],
  ['?', { vi: 'Bảng phím tắt này', en: 'This table' }],
];

interface Props {
  readonly opened: boolean;
  /** Whether flags are opened from where the keys hold. */
  readonly opens: boolean;
  onClose(): void;
}

export function KeyHelp({ opened, opens, onClose }: Props) {
  const { say } = useLanguage();
  return (
    <Dialog opened={opened} onClose={onClose} title={say(texts.keys)}>
      <Table>
        <Table.Tbody>
          {keys
            .filter(([key]) => opens || key !== openKey)
            .map(([key, does]) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{say(does)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
