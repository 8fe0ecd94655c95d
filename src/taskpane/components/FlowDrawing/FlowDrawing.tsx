/** The money-flow picture: parties, arrows by kind, the selected loop lit; with the same as a table behind it. */
import { useMemo, useRef, useState } from 'react';
import { Button, mergeClasses } from '@fluentui/react-components';
import { flowLayout } from '../../../report/layout/flowLayout';
import { flowTable } from '../../../report/layout/flowTable';
import type {
  FlowArrow,
  FlowHead,
  FlowLabel,
  FlowLayout,
  FlowNode,
  FlowText,
} from '../../../report/layout/types';
import type { Analysis } from '../../../engine/index';
import { usePane } from '../../context/usePane';
import { useWidth } from '../../context/useWidth';
import { copyDrawing } from './copyDrawing';
import { useFlowStyles } from './FlowDrawing.styles';

interface FlowDrawingProps {
  readonly analysis: Analysis;
  readonly selected: number | null;
}

export function FlowDrawing({ analysis, selected }: FlowDrawingProps) {
  const { words } = usePane();
  const styles = useFlowStyles();
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const { locale } = words;
  const layout = useMemo(
    () => (width < 200 ? null : flowLayout(analysis, { width, selected, locale })),
    [analysis, width, selected, locale],
  );
  return (
    <section>
      <div ref={room} className={styles.room}>
        {layout !== null && <Picture layout={layout} />}
      </div>
      {layout !== null && <Behind layout={layout} />}
    </section>
  );
}

function Picture({ layout }: { layout: FlowLayout }) {
  const { pane } = usePane();
  const styles = useFlowStyles();
  const { width, height, title, description } = layout;
  return (
    <svg
      role="img"
      aria-label={`${title}. ${description}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.picture}
    >
      {layout.arrows.map((arrow) => (
        <Arrow
          key={`${arrow.from}\n${arrow.to}\n${arrow.kind}`}
          arrow={arrow}
          onPress={() => {
            const [first] = arrow.loops;
            if (first !== undefined) pane.selectLoop(first);
            const [leg] = arrow.legs;
            if (leg !== undefined) void pane.goTo(leg.cell);
          }}
        />
      ))}
      {layout.nodes.map((node) => (
        <Party key={node.party} node={node} />
      ))}
      {layout.labels.map((label) => (
        <Label key={label.arrow} label={label} />
      ))}
      {layout.legend.map(({ number, badge, numberText, text, arrow }) => (
        <g key={number}>
          <Badge box={badge} text={numberText} isLit={layout.arrows[arrow].state === 'lit'} />
          <Words text={text} className={styles.ink} />
        </g>
      ))}
      {layout.key.map(({ kind, path, width: stroke, dash, head, text }) => (
        <g key={kind} className={styles.key}>
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeWidth={stroke}
            strokeDasharray={dash.join(' ')}
          />
          <Head head={head} width={stroke} />
          <Words text={text} className={styles.quiet} />
        </g>
      ))}
      {layout.foot.map((text) => (
        <Words key={text.y} text={text} className={styles.quiet} />
      ))}
    </svg>
  );
}

function Arrow({ arrow, onPress }: { arrow: FlowArrow; onPress: () => void }) {
  const styles = useFlowStyles();
  return (
    <g className={mergeClasses(styles.arrow, styles[arrow.state])} onClick={onPress}>
      <title>{arrow.title}</title>
      {/* Wider than it looks, so that a thin arrow can be met. */}
      <path d={arrow.path} fill="none" stroke="transparent" strokeWidth={Math.max(12, arrow.width)} />
      <path
        d={arrow.path}
        fill="none"
        stroke="currentColor"
        strokeWidth={arrow.width}
        strokeDasharray={arrow.dash.join(' ')}
      />
      <Head head={arrow.head} width={arrow.width} />
    </g>
  );
}

function Head({ head: { path, filled, shape }, width }: { head: FlowHead; width: number }) {
  const styles = useFlowStyles();
  return (
    <path
      d={path}
      className={filled || shape === 'chevron' ? undefined : styles.hollow}
      fill={filled ? 'currentColor' : shape === 'chevron' ? 'none' : undefined}
      stroke="currentColor"
      strokeWidth={filled ? 1 : Math.max(1.25, Math.min(2.25, width * 0.4))}
      strokeLinejoin="round"
    />
  );
}

function Party({ node }: { node: FlowNode }) {
  const styles = useFlowStyles();
  const { x, y, width, height } = node.box;
  const isLit = node.state === 'lit';
  return (
    <g>
      <title>{node.title}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={node.radius}
        className={isLit ? styles.litParty : styles.party}
      />
      {node.lines.map((line) => (
        <Words key={line.y} text={line} className={node.state === 'faint' ? styles.quiet : styles.ink} />
      ))}
    </g>
  );
}

function Label({ label: { box, text, number, state } }: { label: FlowLabel }) {
  const styles = useFlowStyles();
  if (number !== null) return <Badge box={box} text={text} isLit={state === 'lit'} />;
  return (
    <g className={styles.label}>
      <rect {...box} rx={3} className={styles.paper} />
      <Words text={text} className={state === 'lit' ? styles.litInk : styles.ink} />
    </g>
  );
}

function Badge({ box, text, isLit }: { box: FlowLabel['box']; text: FlowText; isLit: boolean }) {
  const styles = useFlowStyles();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return (
    <g>
      <circle cx={x} cy={y} r={box.width / 2} className={isLit ? styles.litBadge : styles.badge} />
      <Words text={text} className={styles.onBadge} />
    </g>
  );
}

function Words({ text, className }: { text: FlowText; className: string }) {
  return (
    <text
      x={text.x}
      y={text.y}
      textAnchor={text.anchor}
      fontSize={text.size}
      fontWeight={text.bold ? 600 : undefined}
      className={className}
    >
      {text.text}
    </text>
  );
}

/** The table of the same figures, and the picture for another program. */
function Behind({ layout }: { layout: FlowLayout }) {
  const { pane, words } = usePane();
  const styles = useFlowStyles();
  const [isOpen, setOpen] = useState(false);
  const table = flowTable(layout);
  return (
    <div className={styles.behind}>
      <Button
        size="small"
        appearance="subtle"
        className={styles.copy}
        onClick={() =>
          void pane.say(copyDrawing(layout).then((isCopied) => (isCopied ? words.copied : words.notCopied)))
        }
      >
        {words.copyPicture}
      </Button>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>{words.flowTable}</summary>
        {isOpen && (
          <table className={styles.table}>
            <caption>{table.caption}</caption>
            <thead>
              <tr>
                {table.headings.slice(0, 4).map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index} className={row.inSelectedLoop ? styles.inLoop : undefined}>
                  <td>{row.from}</td>
                  <td>{row.to}</td>
                  <td>{row.kind}</td>
                  <td className={styles.number}>{row.amount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </div>
  );
}
