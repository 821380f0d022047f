import { useQuery } from '@tanstack/react-query';
import { profiles } from '../api/queries';
import { t, type Key } from '../text/text';
import { Choice } from '../ui/Choice';

/** The hub's own profiles in the visitor's language; others speak for themselves. */
const words: Record<string, [name: Key, description: Key]> = {
  fast: ['profile.fast', 'profile.fast.about'],
  standard: ['profile.standard', 'profile.standard.about'],
  compact: ['profile.compact', 'profile.compact.about'],
  archive: ['profile.archive', 'profile.archive.about'],
};

/** How the next files are encoded; nothing to see where there is no choice. */
export function ProfileChoice({ profile, choose }: { profile: string | undefined; choose: (name: string) => void }) {
  const { data } = useQuery(profiles);
  if (!data || data.items.length < 2) return null;
  const chosen = data.items.find(({ name, usual }) => (profile === undefined ? usual : name === profile));
  const about = chosen && words[chosen.name];
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <Choice
        label={t('profile.label')}
        value={chosen?.name ?? ''}
        choose={choose}
        options={data.items.map(({ name }): [string, string] => [name, words[name] ? t(words[name][0]) : name])}
      />
      {chosen && <p className="text-quiet">{about ? t(about[1]) : chosen.description}</p>}
    </div>
  );
}
