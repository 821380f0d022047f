import { useId } from 'react';

/** One of a few, with its label. */
export function Choice(props: {
  label: string;
  value: string;
  options: [value: string, text: string][];
  choose: (value: string) => void;
}) {
  const { label, value, options, choose } = props;
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select id={id} className="field w-auto" value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
