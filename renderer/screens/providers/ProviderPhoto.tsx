// Under an open provider: sets, replaces and removes the photo.
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { FieldGroup } from '../../components/FieldGroup.tsx';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useSession } from '../../session/useSession.ts';
import { encodePhoto, PHOTO_KINDS } from './encodePhoto.ts';
import { ProviderFace } from './ProviderFace.tsx';
import classes from './providers.module.css';

interface ProviderPhotoProps {
  readonly providerId: string;
  readonly name: string;
}

export function ProviderPhoto({ providerId, name }: ProviderPhotoProps) {
  const { can } = useSession();
  const { value } = useQuery('provider.readPhoto', { id: providerId });
  const photo = value?.photo ?? null;
  return (
    <FieldGroup name="Photo">
      <div className={classes.photo}>
        <ProviderFace providerId={providerId} name={name} sidePx={112} />
        <Stack gap="xs">
          {photo === null ? null : (
            <Text size="sm">
              Set {showTime(photo.changedAtMs)} by {photo.changedBy}.
            </Text>
          )}
          {can('list:update') ? <PhotoActs providerId={providerId} hasPhoto={photo !== null} /> : null}
        </Stack>
      </div>
    </FieldGroup>
  );
}

function PhotoActs({ providerId, hasPhoto }: { readonly providerId: string; readonly hasPhoto: boolean }) {
  const set = useCommand('provider.setPhoto');
  const remove = useCommand('provider.removePhoto');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const choose = async (file: File | null) => {
    if (file === null) return;
    setTrouble(null);
    setIsReading(true);
    const encoded = await encodePhoto(file);
    setIsReading(false);
    if ('trouble' in encoded) return setTrouble(encoded.trouble);
    if ((await set.run({ id: providerId, jpegBase64: encoded.jpegBase64 })) !== null) notify.done('The photo is set.');
  };
  const removePhoto = async () => {
    setTrouble(null);
    if ((await remove.run({ id: providerId })) !== null) notify.done('The photo is removed.');
  };
  const refusal = set.refusal ?? remove.refusal;
  return (
    <>
      <Group gap="xs">
        {/* Without a new key the same file could not be chosen twice. */}
        <FileButton key={trouble} accept={PHOTO_KINDS} onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default" loading={isReading || set.isRunning}>
              {hasPhoto ? 'Replace the photo…' : 'Choose a photo…'}
            </Button>
          )}
        </FileButton>
        {hasPhoto ? (
          <Button
            size="compact-sm"
            variant="default"
            color="red"
            loading={remove.isRunning}
            onClick={() => void removePhoto()}
          >
            Remove the photo
          </Button>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed">
        The middle of the picture is kept, 256 by 256 pixels, without place, time and camera.
      </Text>
      {trouble === null ? null : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {trouble}
        </Text>
      )}
      {refusal === null ? null : (
        <RefusalCard
          refusal={refusal}
          onClose={() => {
            set.clearRefusal();
            remove.clearRefusal();
          }}
        />
      )}
    </>
  );
}
