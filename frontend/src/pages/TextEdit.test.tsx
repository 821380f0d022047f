// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TextEdit } from './TextEdit';

const save = vi.fn();
const cancel = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  render(<TextEdit label="Title" value="Old" max={200} required busy={false} save={save} cancel={cancel} />);
});
afterEach(cleanup);

const type = (text: string) => fireEvent.change(screen.getByLabelText('Title'), { target: { value: text } });
const submit = () => fireEvent.submit(screen.getByLabelText('Title').closest('form')!);

it('saves what was typed, without spaces around it', () => {
  type('  New ');
  submit();
  expect(save).toHaveBeenCalledWith('New');
});

it('saves nothing when nothing changed', () => {
  submit();
  expect(save).not.toHaveBeenCalled();
  expect(cancel).toHaveBeenCalled();
});

it('refuses to lose a title that must be there', () => {
  type('   ');
  submit();
  expect(save).not.toHaveBeenCalled();
});

it('leaves it as it was on Escape', () => {
  type('New');
  fireEvent.keyDown(screen.getByLabelText('Title'), { key: 'Escape' });
  expect(cancel).toHaveBeenCalled();
  expect(save).not.toHaveBeenCalled();
});
