import { progressOn } from '../../src/cli/progress';

function terminal(columns = 40) {
  let text = '';
  let now = 0;
  const progress = progressOn({ isTTY: true, columns, write: (more) => void (text += more) }, () => now);
  return {
    at(time: number, what: string, done: number) {
      now = time;
      progress.show(what, done);
      return text;
    },
    clear() {
      progress.clear();
      return text;
    },
  };
}

describe('the progress line', () => {
  it('stays away from work of less than 300 ms, and leaves nothing behind', () => {
    const line = terminal();
    expect(line.at(299, 'Reading', 0.5)).toBe('');
    expect(line.clear()).toBe('');
  });

  it('comes after 300 ms, ten times a second at most, and goes when it is cleared', () => {
    const line = terminal();
    expect(line.at(300, 'Reading', 0.5)).toBe('\r\u001b[KReading  50 %');
    expect(line.at(399, 'Reading', 0.6)).toBe('\r\u001b[KReading  50 %');
    expect(line.at(400, 'Reading', 7)).toBe('\r\u001b[KReading  50 %\r\u001b[KReading  100 %');
    expect(line.clear().endsWith('\r\u001b[K')).toBe(true);
  });

  it('never reaches the end of the line, where a terminal would break it', () => {
    const text = terminal(20).at(500, '엔비디아'.repeat(20), 0.1);
    expect(text).toBe('\r\u001b[K엔비디아엔비디아엔…');
  });
});
