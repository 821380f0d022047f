import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RenditionReceipt, SampledRung } from '../api/client';
import { receipts } from '../api/queries';
import { bytes, duration } from '../format';
import { currentLanguage, t } from '../text/text';
import { CopyText } from '../ui/CopyText';
import { Failure, Waiting } from '../ui/Notice';
import { shell } from './letters/filter';

/** How each rendition of a work was made and how good it is; asked for when somebody looks. */
export function Receipts({ job, title }: { job: string; title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-2 font-semibold" aria-label={t('admin.receipts.of', { title })}>
        {t('admin.receipts')}
      </summary>
      {open && <Made job={job} />}
    </details>
  );
}

function Made({ job }: { job: string }) {
  const query = useQuery(receipts(job));
  if (query.isPending) return <Waiting label={t('app.loading')} className="h-24" />;
  if (query.isError) return <Failure error={query.error} retry={query.refetch} />;
  const { profile, samples, renditions } = query.data;
  return (
    <div className="grid gap-3">
      <p className="text-sm text-quiet">{t('admin.receipts.profile', { profile })}</p>
      {samples.length > 0 && (
        <ul className="grid gap-1 text-sm tabular-nums" aria-label={t('admin.receipts.samples')}>
          {samples.map((one) => (
            <li key={one.name}>{sampled(one)}</li>
          ))}
        </ul>
      )}
      {renditions.length === 0 && <p>{t('admin.receipts.none')}</p>}
      <ul className="grid gap-3">
        {renditions.map((one) => (
          <li key={one.name} className="grid min-w-0 gap-2 border-3 border-line p-3">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h4 className="text-base">{one.name}</h4>
              <CopyText
                text={shell(one.command)}
                label={t('admin.receipts.command.copy', { name: one.name })}
                words={{ copy: t('admin.receipts.command'), copied: t('admin.letters.copied') }}
              />
            </div>
            <p className="text-sm tabular-nums">{facts(one).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sampled(one: SampledRung): string {
  const values = {
    name: one.name,
    ssim: one.sampledSsim.toFixed(4),
    sampled: one.sampledQuality,
    quality: one.quality,
    rate: Math.round(one.expectedBitRate / 1000),
  };
  return one.leftOut === undefined
    ? t('admin.receipts.sample', values)
    : t('admin.receipts.sample.leftOut', { ...values, why: one.leftOut });
}

function facts(one: RenditionReceipt): string[] {
  const language = currentLanguage();
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const { framesIn, framesOut, ssim, loudness } = one;
  return [
    duration(one.secondsOut),
    bytes(one.bytes, language),
    t('admin.receipts.rate', { rate: number((one.bytes * 8) / Math.max(one.secondsOut, 0.001) / 1000, 0) }),
    framesOut !== undefined && t('admin.receipts.frames', { made: framesOut, of: framesIn ?? framesOut }),
    ssim && t('admin.receipts.ssim', { mean: number(ssim.mean, 4), worst: number(ssim.worst, 4) }),
    loudness && t('admin.receipts.loudness', { source: number(loudness.source, 1), output: number(loudness.output, 1) }),
    t('admin.receipts.time', { seconds: number(one.encodeSeconds, 1), parts: one.parts }),
    ...one.tools,
  ].filter((fact): fact is string => typeof fact === 'string');
}
