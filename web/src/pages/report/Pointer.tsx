import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Pointer.module.css';

/** Words that show their place on the page when clicked. */
export function Pointer({ children, onClick }: { readonly children: ReactNode; onClick(): void }) {
  return (
    <UnstyledButton className={classes.pointer} onClick={onClick}>
      {children}
    </UnstyledButton>
  );
}
