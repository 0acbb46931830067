import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageContext.js';
import { texts } from './texts.js';

interface Props {
  /** Default: true, for a dialog that is only drawn while it is open. */
  readonly opened?: boolean;
  readonly title: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** A dialog over the page, with a way out that a screen reader can tell. */
export function Dialog({ opened = true, title, children, onClose }: Props) {
  const { say } = useLanguage();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say(texts.close) }}>
      {children}
    </Modal>
  );
}
