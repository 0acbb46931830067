import { Alert, Button, FileButton, Group, List, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useState } from 'react';
import type { Answer } from '../api/call.js';
import { sendFiles } from '../api/sendFiles.js';
import { useRefresh } from '../api/useRefresh.js';
import { useLanguage } from '../language/LanguageContext.js';
import { useMay } from '../session/useSession.js';
import { droppedFiles, type NamedFile } from './droppedFiles.js';
import { Problem } from './Problem.js';
import classes from './UploadArea.module.css';

const texts = {
  hint: {
    vi: 'Thả tệp hoặc thư mục báo cáo vào bất cứ đâu trên trang này',
    en: 'Drop reports, or folders of them, anywhere on this page',
  },
  choose: { vi: 'Chọn tệp', en: 'Choose files' },
  drop: { vi: 'Thả để nộp', en: 'Drop to hand in' },
  taken: { vi: 'Đã nhận', en: 'Taken' },
  duplicates: { vi: 'trùng với tệp đã có', en: 'same as files that are there' },
  refused: { vi: 'Không nhận', en: 'Refused' },
  aside: { vi: 'Bỏ qua vì không phải tài liệu', en: 'Left aside, as they are no documents' },
} as const;

/** A page onto which files are dropped. Persons who may not hand in see the page alone. */
export function UploadArea({ round, children }: { readonly round: number; readonly children: ReactNode }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const [over, setOver] = useState(false);
  const mayUpload = useMay('upload');
  const upload = useMutation({
    mutationFn: (files: readonly NamedFile[]) => sendFiles('POST /rounds/:id/files', { params: { id: round } }, files),
    onSettled: refresh,
  });
  if (!mayUpload) return children;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then((files) => files.length > 0 && upload.mutate(files));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button beside does the same
    <div
      className={classes.area}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {over ? <div className={classes.veil}>{say(texts.drop)}</div> : null}
      <Group mb="md" gap="xs" className={`${classes.bar} screen-only`}>
        <FileButton multiple onChange={(files) => upload.mutate(files.map((file) => ({ file, name: file.name })))}>
          {(props) => (
            <Button
              {...props}
              variant="light"
              loading={upload.isPending}
              leftSection={<IconUpload size={16} aria-hidden />}
            >
              {say(texts.choose)}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {say(texts.hint)}
        </Text>
      </Group>
      {upload.error === null ? null : <Problem error={upload.error} />}
      {upload.data === undefined ? null : <Outcome result={upload.data} />}
      {children}
    </div>
  );
}

function Outcome({ result }: { readonly result: Answer<'POST /rounds/:id/files'> }) {
  const { say } = useLanguage();
  const { accepted, refused, aside } = result;
  const duplicates = accepted.filter(({ duplicateOf }) => duplicateOf !== null).length;
  return (
    <Alert mb="sm" color={refused.length > 0 ? 'orange' : 'green'} variant="light" role="status">
      <Text size="sm">
        {say(texts.taken)}: {accepted.length}
        {duplicates === 0 ? '' : ` (${duplicates} ${say(texts.duplicates)})`}
      </Text>
      {refused.length === 0 ? null : (
        <>
          <Text size="sm">{say(texts.refused)}:</Text>
          <List size="sm">
            {refused.map(({ file, message }) => (
              <List.Item key={file}>
                <b>{file}</b>: {say(message)}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {aside.length === 0 ? null : (
        <Text size="sm">
          {say(texts.aside)}: {aside.join(', ')}
        </Text>
      )}
    </Alert>
  );
}
