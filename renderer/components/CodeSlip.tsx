// A secret code shown once, to be copied, printed or written down before it is closed.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { useReturnFocus } from './useReturnFocus.ts';

interface CodeSlipProps {
  /** For whom it is. */
  readonly name: string;
  readonly loginId: string;
  readonly code: string;
  /** When the code stops working, epoch milliseconds. */
  readonly expiresAtMs: number;
  readonly onClose: () => void;
}

/** Stays until the person says that it is written down; Escape and a click beside it do not close it. */
export function CodeSlip(props: CodeSlipProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`Activation code for ${props.name}`}
      size="lg"
      closeOnEscape={false}
      withCloseButton={false}
    >
      <CodeSlipBody {...props} />
    </Modal>
  );
}

/** The slip itself, also used inside a page. */
export function CodeSlipBody({ name, loginId, code, expiresAtMs, onClose }: CodeSlipProps) {
  return (
    <Stack gap="sm">
      <div className="slip">
        <Text size="sm">
          For <strong>{name}</strong>, login ID <strong>{loginId}</strong>
        </Text>
        <output className="slip-code" aria-label="Activation code">
          {code}
        </output>
        <Text size="sm">
          Works once, until {showMoment(expiresAtMs)}. At the sign-in page choose “I have an activation code”, then make
          up a password of your own.
        </Text>
      </div>
      <Text size="sm" className="no-print">
        The code is shown only now. Nobody can look it up later.
      </Text>
      <Group justify="space-between" className="no-print">
        <CopyAndPrint code={code} />
        <Button onClick={onClose} data-autofocus>
          I have written it down
        </Button>
      </Group>
    </Stack>
  );
}

/** Copies a code, or prints the slip that stands on the page. */
export function CopyAndPrint({ code }: { readonly code: string }) {
  const [copied, setCopied] = useState('');
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied('Copied. Paste it only where the person alone can read it.'),
      () => setCopied('The code could not be copied. Write it down.'),
    );
  return (
    <div>
      <Group gap="xs">
        <Button variant="default" leftSection={<Copy size={16} />} onClick={copy}>
          Copy code
        </Button>
        <Button variant="default" leftSection={<Printer size={16} />} onClick={() => window.print()}>
          Print slip
        </Button>
      </Group>
      <Text size="sm" role="status">
        {copied}
      </Text>
    </div>
  );
}

function showMoment(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}
