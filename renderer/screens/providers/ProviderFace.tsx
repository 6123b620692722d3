// The photo of a provider, or a quiet place for one.
import { UserRound } from 'lucide-react';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './providers.module.css';

interface ProviderFaceProps {
  readonly providerId: string;
  readonly name: string;
  readonly sidePx: number;
}

export function ProviderFace({ providerId, name, sidePx }: ProviderFaceProps) {
  const { value } = useQuery('provider.readPhoto', { id: providerId });
  const photo = value?.photo ?? null;
  const side = { width: sidePx, height: sidePx };
  if (photo === null)
    return (
      <span className={classes.noFace} style={side} role="img" aria-label={`No photo of ${name}`}>
        <UserRound size={sidePx * 0.6} strokeWidth={1.3} aria-hidden />
      </span>
    );
  return (
    <img
      className={classes.face}
      style={side}
      alt={`The face of ${name}`}
      src={`data:image/jpeg;base64,${photo.jpegBase64}`}
    />
  );
}
