import { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import modularityModule from 'graphology-metrics/graph/modularity.js';

// The packages say that they have a default inside their default; they are the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;
const modularity = modularityModule as unknown as typeof modularityModule.default;

export { louvain, modularity, UndirectedGraph };
