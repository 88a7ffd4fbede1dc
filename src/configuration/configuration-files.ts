/** The names of the configuration file. A folder has at most one of them. */
export const CONFIGURATION_FILES = ['rehearse.config.json', 'rehearse.config.yaml', 'rehearse.config.yml'] as const;
