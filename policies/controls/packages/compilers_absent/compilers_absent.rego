# METADATA
# title: No compiler is installed
# description: Whoever gets in can build there what the host's kernel needs to be overcome; servers get what is built elsewhere.
# schemas:
#   - input.packages: schema.packages
# custom:
#   title_zh: 未安装编译工具
#   description_zh: 入侵者可就地编译提权程序；服务器所用软件应在别处构建。
#   severity: medium
#   subject: host
#   requirements: [HUB-C4.1, GBT22239-8.1.4.4.a]
#   evidence: [packages]
#   max_age: 26h
#   params:
#     compilers:
#       bound: superset
#       default: [bcc, build-essential, cargo, clang, "clang-[0-9]*", cmake, cpp, "cpp-[0-9]", "cpp-[0-9][0-9]", dpkg-dev, fpc, g++, "g++-*", gcc, "gcc-[0-9]", "gcc-[0-9][0-9]", "gcc-*-linux-gnu*", "gfortran*", ghc, "gnat*", "golang-[0-9]*", golang-go, make, nasm, "openjdk-*-jdk*", rustc, tcc, yasm]
#   remedy: {role: minimal, tag: minimal_packages}
package controls.packages.compilers_absent

import data.lib.names

deny contains {"item": found.name, "expected": null, "actual": found.version} if {
	some found in input.packages.installed
	names.matches(found.name, data.params.packages.compilers_absent.compilers)
}
