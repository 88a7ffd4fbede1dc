#!/usr/bin/env node
import './terminal/node-version';
import './terminal/compile-cache';
import { runCommand } from './command';

void runCommand();
