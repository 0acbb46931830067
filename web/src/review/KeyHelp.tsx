import { Kbd, Modal, Table } from '@mantine/core';
import type { Bilingual } from '../../../src/model/bilingual.js';
import { useLanguage } from '../language/LanguageContext.js';
import { texts } from './texts.js';

const keys: readonly (readonly [string, Bilingual])[] = [
  ['J', { vi: 'Phát hiện sau', en: 'Next flag' }],
  ['K', { vi: 'Phát hiện trước', en: 'Previous flag' }],
  ['A', texts.accept],
  ['D', texts.dismiss],
  ['U', texts.unsure],
  ['Z', texts.undo],
  ['?', { vi: 'Bảng phím tắt này', en: 'This table' }],
];

export function KeyHelp({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { say } = useLanguage();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say({ vi: 'Phím tắt', en: 'Keys' })}
      closeButtonProps={{ 'aria-label': say(texts.close) }}
    >
      <Table>
        <Table.Tbody>
          {keys.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{say(does)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
