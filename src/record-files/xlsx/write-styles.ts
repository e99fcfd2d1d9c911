/** How cells are shown, by the place of their style in a workbook. Those of decimals follow, one for each number of places. */
export const style = { plain: 0, head: 1, text: 2, day: 3, words: 4, title: 5, decimal: 6 } as const;

/** A decimal of more places stands as text. */
export const mostPlaces = 10;

const dayFormat = 164;
const decimalFormat = 165;

const decimals = Array.from({ length: mostPlaces + 1 }, (_, places) => places);

const format = (places: number): string => `#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}`;

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${decimals.length + 1}"><numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/>${decimals
  .map((places) => `<numFmt numFmtId="${decimalFormat + places}" formatCode="${format(places)}"/>`)
  .join('')}</numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="${6 + decimals.length}"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" numFmtId="49" applyFont="1" applyFill="1" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="${dayFormat}" applyNumberFormat="1"/><xf xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf xfId="0" fontId="2" applyFont="1"/>${decimals
  .map((places) => `<xf xfId="0" numFmtId="${decimalFormat + places}" applyNumberFormat="1"/>`)
  .join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
